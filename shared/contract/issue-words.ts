import { z } from 'zod'
import { Refusal } from '../errors.ts'

const wordByCode: Readonly<Record<string, string>> = {
  unrecognized_keys: 'unknown_key',
  invalid_union: 'no_alternative_fits',
  invalid_value: 'not_in_list',
  too_big: 'too_large',
  too_small: 'too_small',
}

/**
 * The word for an issue whose schema names none of its own. Words are stable and language-free; their sentences are
 * in the dictionary (`error.INVALID_INPUT_<word>`).
 */
function issueWord(issue: z.core.$ZodRawIssue): string {
  const isGiven = issue.code === 'custom' || issue.input !== undefined
  if (!isGiven) return 'required'
  if (issue.code === 'invalid_type') return `not_${issue.expected}`
  return wordByCode[issue.code ?? ''] ?? 'invalid'
}

// Every schema of the contract imports its fields from beside this file, so no English sentence of zod's own can leak.
z.config({ customError: issueWord })

type ErrorMap = { readonly error: (issue: { readonly input?: unknown }) => string }

/** The error parameter of one schema: `required` where nothing was given, else always the same word. */
export function always(word: string): ErrorMap {
  return { error: (issue) => (issue.input === undefined ? 'required' : word) }
}

/** A problem as a schema library tells it; `keys` are those a strict object did not know. */
type FoundIssue = Passed & {
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
  readonly message: string
  readonly keys?: readonly string[]
}

/** The bound that was passed, of a schema that has one; a schema of ours tells it in `params`. */
interface Passed {
  readonly origin?: string
  readonly minimum?: number | bigint
  readonly maximum?: number | bigint
  readonly params?: Readonly<Record<string, unknown>> | undefined
}

/**
 * One refusal of all problems found in an input: path and word each, with the bound that was passed, and every unknown
 * key under its own name.
 */
export function invalidInputOf(found: readonly FoundIssue[]): Refusal {
  const issues = found.flatMap(({ path = [], message, keys, ...passed }) => {
    const plain = path.map((part) => (typeof part === 'object' ? part.key : part)).map(withoutSymbol)
    if (keys !== undefined) return keys.map((key) => ({ path: [...plain, key], message }))
    return [{ path: plain, message, ...boundOf(message, passed) }]
  })
  const { path: _, message, ...bound } = issues[0] ?? {}
  return new Refusal('INVALID_INPUT', message, { ...bound, issues })
}

/**
 * What is allowed at the least or at the most, under the name that says what it counts: `least` and `most` plain
 * numbers, `mostAmount` sen, `mostQuantity` thousandths. Where only the machine's numbers end, there is no bound to tell.
 */
function boundOf(word: string, { origin, minimum, maximum, params }: Passed): Readonly<Record<string, number>> {
  const isNumber = origin === 'number' || origin === 'int'
  const bounds = isNumber ? { least: minimum, most: maximum } : { least: params?.least, most: params?.most }
  const counted = word.startsWith('amount_') ? 'Amount' : word.startsWith('quantity_') ? 'Quantity' : ''
  const told = Object.entries(bounds).flatMap(([name, bound]) =>
    typeof bound === 'number' && Math.abs(bound) < Number.MAX_SAFE_INTEGER ? [[`${name}${counted}`, bound]] : [],
  )
  return Object.fromEntries(told)
}

function withoutSymbol(part: PropertyKey): string | number {
  return typeof part === 'symbol' ? String(part) : part
}
