/** Dates and numbers as they are written where the reader lives, in the language of the messages. */

/** `wanted`: the browser's languages, most wanted first. Without a region of that language, the language alone. */
export function regional(language: string, wanted: readonly string[]): string {
  return wanted.find((one) => one.toLowerCase().startsWith(`${language}-`) && isLocale(one)) ?? language
}

/** Some browsers name what is none, such as `en-US@posix`. */
function isLocale(name: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(name).length > 0
  } catch {
    return false
  }
}
