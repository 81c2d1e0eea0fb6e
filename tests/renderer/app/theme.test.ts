import { DEFAULT_THEME } from '@mantine/core'
import { expect, test } from 'vitest'
import { hoverColors, theme } from '../../../renderer/app/theme.ts'

/** How bright a colour `#rrggbb` is, by WCAG 2. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [pale = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (pale + 0.05) / (dark + 0.05)
}

const shade = (color: 'teal' | 'red') => DEFAULT_THEME.colors[color][9] ?? ''

test('contrast is reckoned as WCAG says', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

test.each(['teal', 'red'] as const)('words on and in %s can be read, under the pointer too', (color) => {
  expect(theme.primaryShade).toBe(9)
  const [filled, light] = [
    hoverColors[`--mantine-color-${color}-filled-hover`],
    hoverColors[`--mantine-color-${color}-light-hover`],
  ]
  for (const ground of [shade(color), filled]) expect(contrast(ground, '#ffffff')).toBeGreaterThanOrEqual(4.5)
  for (const ground of ['#ffffff', light]) expect(contrast(shade(color), ground)).toBeGreaterThanOrEqual(4.5)
  expect(luminance(filled)).toBeLessThan(luminance(shade(color)))
})
