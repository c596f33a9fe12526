/** The frame's number: its last digits of three and more, which a version or a copy behind them does not take the place of. */
const frame = /\d{3,}(?:(?!\d{3}).)*$/
/** Of a name that counts by one or two digits. */
const few = /\d+\D{0,8}$/

/** Letters behind the number from which they are only hinted at. */
const long = 8

/** Name without its ending, split before its number: `PRF_` and `0001`, `Trauung_` and `1001_edit`, `IMG_` and `0042-Edit-2`. */
export function splitName(cameraName: string): readonly [stem: string, number: string] {
  const bare = cameraName.replace(/\.[A-Za-z0-9]{1,5}$/, '')
  const number = (frame.exec(bare) ?? few.exec(bare))?.[0] ?? ''
  if (!number) return ['', bare]
  const digits = /^\d+/.exec(number)?.[0] ?? number
  return [bare.slice(0, -number.length), number.length - digits.length > long ? `${digits}…` : number]
}
