import { ORPCError } from '@orpc/client'
import type { Language } from '../../shared/calendar.ts'
import { type RefusalCode, refusalCodes } from '../../shared/errors.ts'
import { id } from '../../shared/text/index.ts'
import { refusalSentence, sentence } from '../../shared/text/refusal-sentence.ts'

/** One field of the input that was refused: its path (`lines.0.amount`) and the word of the problem. */
export interface FieldIssue {
  readonly path: string
  readonly word: string
  /** What its sentence names besides the word: the bound that was passed. */
  readonly data?: Readonly<Record<string, unknown>>
}

/** What came back instead of an answer, as a screen can speak of it. */
export type Failure =
  | {
      readonly kind: 'refusal'
      readonly code: RefusalCode
      readonly reason: string | undefined
      readonly data: Readonly<Record<string, unknown>>
      readonly issues: readonly FieldIssue[]
    }
  | { readonly kind: 'bug'; readonly number: string }
  | { readonly kind: 'lost' }

/** Reads an error of a call. Whatever is no answer of the backend means that it cannot be reached. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof ORPCError)) return { kind: 'lost' }
  const data = isRecord(error.data) ? error.data : {}
  if (error.code.startsWith('INTERNAL')) {
    return { kind: 'bug', number: typeof data.number === 'string' ? data.number : '-' }
  }
  const code = refusalCodes.find((known) => known === error.code)
  if (code === undefined) return { kind: 'lost' }
  const reason = typeof data.reason === 'string' ? data.reason : undefined
  return { kind: 'refusal', code, reason, data, issues: issuesOf(data) }
}

/** The sentence of a failure in the language of the screen, whichever language the call was made in. */
export function failureSentence(failure: Failure, language: Language, lost: string): string {
  if (failure.kind === 'lost') return lost
  if (failure.kind === 'bug') return sentence(language, 'INTERNAL', { number: failure.number })
  return refusalSentence(failure, language)
}

/** The sentence beside a field; a word without a sentence of its own gets the general one. */
export function issueSentence(word: string, language: Language, data: Readonly<Record<string, unknown>> = {}): string {
  const key = `INVALID_INPUT_${word}`
  return sentence(language, key in id.error ? key : 'INVALID_INPUT', data)
}

function issuesOf(data: Readonly<Record<string, unknown>>): FieldIssue[] {
  if (!Array.isArray(data.issues)) return []
  return data.issues.filter(isRecord).map(({ path, message, ...rest }) => ({
    path: Array.isArray(path) ? path.join('.') : '',
    word: typeof message === 'string' ? message : 'invalid',
    ...(Object.keys(rest).length > 0 && { data: rest }),
  }))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
