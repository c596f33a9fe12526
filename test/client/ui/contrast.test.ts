/** Contrast of what is no text, computed from the tokens: strokes of people, label dots, focus, and the outlines of what one ticks. */
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'

const tokens = readFileSync(new URL('../../../client/ui/tokens.css', import.meta.url), 'utf8')
const grounds = ['paper', 'sheet', 'well', 'hover', 'stage'] as const

/** Colours of the first block that begins with this selector. */
function coloursOf(selector: string): ReadonlyMap<string, string> {
  const at = tokens.indexOf(selector)
  const block = tokens.slice(at, tokens.indexOf('}', at))
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]))
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(colour.slice(from, from + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const themes = { light: coloursOf('[data-theme="light"],'), dark: coloursOf('[data-theme="dark"],') }

describe.each(Object.entries(themes))('contrast in the %s theme', (_, theme) => {
  /** What is too faint, said with its ground and contrast. */
  const fainter = (than: number, which: RegExp): readonly string[] =>
    [...theme].flatMap(([name, colour]) =>
      which.test(name)
        ? grounds.flatMap((ground) => {
            const much = contrast(colour, theme.get(ground) ?? colour)
            return much < than ? [`${name} on ${ground}: ${much.toFixed(2)}`] : []
          })
        : [],
    )

  test('[REACH-1] strokes of people, edges of label dots and outlines of controls stand out 3 to 1 on every ground', () => {
    expect([...theme.keys()].filter((name) => /^(p|e)-/.test(name))).toHaveLength(12)
    expect(fainter(3, /^(p-|e-|ghost$|rim$)/)).toEqual([])
  })

  test('[REACH-1] text, and with it the focus ring, stands out 4.5 to 1 on every ground', () => {
    expect(fainter(4.5, /^ink/)).toEqual([])
  })
})

/** Ends of selectors of what one presses, ticks or writes in. */
const control = /(button|input|textarea|select|\.in|\.btn(\.[a-z]+)?|\.seg|\.chip|\.bx|\.rd)(:[a-z-]+(\([^)]*\))?|\[[^\]]*\])*$/
const faintOutline = /(box-shadow: inset 0 0 0 [\d.]+px|border(-color)?:( \d+px solid)?) var\(--line(-2)?\)/

test('[REACH-1] no control is outlined in the colours of mere separators', () => {
  const sheets = globSync('client/**/*.css').map((file) => [file, readFileSync(file, 'utf8').replaceAll(/\/\*[^*]*\*\//g, '')] as const)
  const faint = sheets.flatMap(([file, css]) =>
    [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors = '', rules = '']) => {
      const controls = selectors.split(',').filter((one) => control.test(one.trim()))
      return faintOutline.test(rules) ? controls.map((one) => `${file}: ${one.trim()}`) : []
    }),
  )
  expect(sheets.length).toBeGreaterThan(20)
  expect(faint).toEqual([])
})
