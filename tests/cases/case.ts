/** A case as published: inputs, and every figure its source gives. */
export type PublishedCase = {
  readonly id: string
  readonly kind: string
  readonly inputs: unknown
  readonly expected: unknown
  readonly notes?: string
}

/**
 * What the program's rules say to a case. `answers` has the shape of `expected` as far as it goes; `unanswered` names
 * each figure that is no rule of the program, with the reason. A figure in neither fails the case.
 */
export type Answer = {
  readonly answers: unknown
  readonly unanswered?: Readonly<Record<string, string>>
}

/** One figure of each path: `final_tax.2013-01` → 35000, `parts_truncated.0` → 1972. */
export function figuresOf(value: unknown, path = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map([[path, value]])
  const entries = Object.entries(value).map(([key, inner]) => figuresOf(inner, path === '' ? key : `${path}.${key}`))
  return new Map(entries.flatMap((figures) => [...figures]))
}
