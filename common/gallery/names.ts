/** File names as people paste them: from a mail, a spreadsheet, another program. */

/** The names in a text, lower case, without folder and ending. */
export function namesIn(text: string): readonly string[] {
  const words = text.split(/[\s,;]+/).map(stem)
  return [...new Set(words.filter((word) => word !== ''))]
}

/** True when no names are given, else when one of them begins the camera name: `PRF_00` finds `PRF_0012.jpg`. */
export function byName(names: readonly string[], cameraName: string): boolean {
  if (names.length === 0) return true
  const own = stem(cameraName)
  return names.some((name) => own.startsWith(name))
}

function stem(name: string): string {
  const file = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  return file.replace(/\.[A-Za-z0-9]{1,5}$/, '').toLowerCase()
}
