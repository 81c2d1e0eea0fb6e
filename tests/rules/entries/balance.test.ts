import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../../../shared/errors.ts'
import { assertBalanced, draftTotals, type JournalDraft } from '../../../shared/rules/entries/draft.ts'
import { entryKinds } from '../../../shared/rules/entries/index.ts'
import { senMax } from '../../../shared/rules/money.ts'
import { arbitraries, type KindName, totalOf } from './arbitraries.ts'

/** The draft, or undefined where the sums of the input are beyond the ledger's bound and were refused for it. */
function drafted<Kind extends KindName>(kind: Kind, input: unknown): JournalDraft | undefined {
  const rule = entryKinds[kind] as (input: unknown) => JournalDraft
  try {
    const draft = rule(input)
    draftTotals(draft.lines)
    return draft
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'amount_too_large') return undefined
    throw error
  }
}

for (const kind of Object.keys(entryKinds) as KindName[]) {
  const inputs: fc.Arbitrary<unknown> = arbitraries[kind]

  test(`${kind}: every entry balances, each line on one side`, () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const draft = drafted(kind, input)
        if (draft) assertBalanced(draft)
      }),
    )
  })

  test(`${kind}: no sen of the input is lost or made up`, () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const draft = drafted(kind, input)
        if (draft) expect(BigInt(draftTotals(draft.lines).debit)).toBe(totalOf[kind](input as never))
      }),
    )
  })

  test(`${kind}: a sum beyond the bound is refused, never rounded`, () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(drafted(kind, input) === undefined).toBe(totalOf[kind](input as never) > BigInt(senMax))
      }),
    )
  })

  test(`${kind}: the day stays, and the words are short, everyday and name nobody`, () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const draft = drafted(kind, input)
        if (!draft) return
        expect(draft.date).toBe((input as { date: string }).date)
        expect(draft.description.length).toBeGreaterThan(0)
        expect(draft.description).not.toMatch(/member-|undefined|null/)
      }),
    )
  })
}
