import { describe, expect, test } from 'vitest'
import { refusalCodes } from '../../shared/errors.ts'
import { errors as en } from '../../shared/text/en/errors.ts'
import { errors as id } from '../../shared/text/id/errors.ts'
import { calleeOf, type Node, nodesOf, type SourceFile, sourceFiles, textOf } from './syntax.ts'

/** The keys `CODE` and `CODE_reason` that a file's refusals and schemas lead to, as far as they stand there as text. */
function sentenceKeys(file: SourceFile): string[] {
  return nodesOf(file).flatMap((node) => {
    const words = ((node.arguments as Node[] | undefined) ?? []).map(textOf)
    const callee = node.type === 'NewExpression' || node.type === 'CallExpression' ? calleeOf(node) : ''
    if (callee === 'Refusal') return words[1] === undefined ? [words[0] ?? ''] : [`${words[0]}_${words[1]}`]
    if (callee === 'invalidInput') return [`INVALID_INPUT_${words[1]}`]
    return file.path.startsWith('shared/contract/') ? schemaWords(node, callee, words) : []
  })
}

/** The words of zod issues: the last text of a check, or what stands under `error`. */
function schemaWords(node: Node, callee: string, words: (string | undefined)[]): string[] {
  const isCheck = /\.(min|max|length|regex|refine)$/.test(callee)
  const last = isCheck && words.length > 1 ? words.at(-1) : callee === 'always' ? words[0] : undefined
  const key = node.type === 'Property' ? (node.key as Node).name : undefined
  const given = key === 'error' || key === 'below' || key === 'above' ? textOf(node.value) : undefined
  return [last, given].filter((word) => word !== undefined).map((word) => `INVALID_INPUT_${word}`)
}

const used = sourceFiles('electron', 'shared').flatMap((file) =>
  sentenceKeys(file).map((key) => ({ key, path: file.path })),
)

describe('a refusal is never a code alone', () => {
  test.each(refusalCodes)('%s has a sentence', (code) => {
    expect([typeof id[code], typeof en[code]]).toEqual(['string', 'string'])
  })

  test('every reason that is given somewhere has a sentence of its own', () => {
    expect(used.length).toBeGreaterThan(100)
    const missing = used.filter(({ key }) => key !== '' && !key.includes('undefined') && !(key in id))
    expect(missing).toEqual([])
  })

  test('a reason without a sentence is found', () => {
    const planted = "throw new Refusal('NOT_ALLOWED', 'rainy_day'); throw invalidInput(['a'], 'too_blue')"
    expect(sentenceKeys({ path: 'electron/x.ts', text: planted })).toEqual([
      'NOT_ALLOWED_rainy_day',
      'INVALID_INPUT_too_blue',
    ])
    const schema = "z.string().max(3, 'too_long').regex(/a/, { error: 'not_a', abort: true })"
    expect(sentenceKeys({ path: 'shared/contract/x.ts', text: schema })).toEqual([
      'INVALID_INPUT_too_long',
      'INVALID_INPUT_not_a',
    ])
  })

  test('every sentence belongs to a code', () => {
    const codes = [...refusalCodes, 'INTERNAL', 'BACKEND_LOST']
    const stray = Object.keys(id).filter((key) => !codes.some((code) => key === code || key.startsWith(`${code}_`)))
    expect(stray).toEqual([])
  })

  test('both languages leave the same places to fill', () => {
    const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
    for (const key of Object.keys(id) as (keyof typeof id)[])
      expect([key, places(en[key])]).toEqual([key, places(id[key])])
  })
})
