import type { Answers } from '../../../shared/contract/index.ts'
import { sumSen } from '../../../shared/rules/money.ts'

type CardRow = Pick<Answers['savings']['card']['rows'][number], 'entryId' | 'deposit' | 'withdrawal'>

/** What one voucher moved on all cards of a member, sen. */
export interface OwnMovement {
  readonly deposit: number
  readonly withdrawal: number
}

/** The lines of a member's cards by voucher: one voucher may have moved several of them. */
export function ownMovements(rows: readonly CardRow[]): ReadonlyMap<string, OwnMovement> {
  const own = new Map<string, OwnMovement>()
  for (const { entryId, deposit, withdrawal } of rows) {
    const before = own.get(entryId) ?? { deposit: 0, withdrawal: 0 }
    own.set(entryId, {
      deposit: sumSen([before.deposit, deposit]),
      withdrawal: sumSen([before.withdrawal, withdrawal]),
    })
  }
  return own
}
