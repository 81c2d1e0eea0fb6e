import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { assert } from '../../../../shared/errors.ts'

/** Noto Sans: its figures are all of one width, and every letter of Indonesian names is in it. */
const files = {
  normal: '400Regular/NotoSans_400Regular.ttf',
  bold: '700Bold/NotoSans_700Bold.ttf',
  italics: '400Regular_Italic/NotoSans_400Regular_Italic.ttf',
} as const

export interface FontFiles {
  readonly normal: string
  readonly bold: string
  readonly italics: string
}

/** Where the fonts lie: in `data` beside the bundle, or in node_modules of a checkout. */
export function fontFiles(): FontFiles {
  return { normal: find(files.normal), bold: find(files.bold), italics: find(files.italics) }
}

function find(file: string): string {
  const beside = join(import.meta.dirname, 'data', file.slice(file.indexOf('/') + 1))
  if (existsSync(beside)) return beside
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, 'node_modules', '@expo-google-fonts', 'noto-sans', file)
    if (existsSync(path)) return path
  }
  assert(false, `the font ${file} is there`)
}
