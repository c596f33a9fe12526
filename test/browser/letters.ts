/** Pixels of words on the canvas of a page, at the middle size. */
export function letters(words: string): number {
  const brush = document.createElement('canvas').getContext('2d')
  if (brush) brush.font = '600 22px "Schibsted Grotesk Variable"'
  return brush?.measureText(words).width ?? 0
}
