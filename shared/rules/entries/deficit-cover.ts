import { deficitAccount } from '../member-settlement.ts'
import { Exact, sumSen } from '../money.ts'
import { credit, type DraftLine, debit, type JournalDraft } from './draft.ts'
import { reserveAccount } from './surplus-distribution.ts'

/** Corrections of closed years, until the next meeting (accounting.md section 6.4). */
export const correctionsAccount = '35103'

/** What each unit's deficit is on a day, sen; what a unit earned against it is below zero. */
type UnitDeficits = readonly { readonly unit: string; readonly deficit: number }[]

export interface DeficitCover {
  readonly date: string
  /** Sen, no more than the deficit of all units together. */
  readonly amount: number
  readonly deficits: UnitDeficits
}

/**
 * The meeting covers a deficit out of the general reserve, Dr 34101 Cr 35104 (accounting.md section 6.4): of each unit
 * as much as its part of the whole, so that no unit keeps one that the cooperative has no more. Amounts in sen.
 */
export function deficitCover({ date, amount, deficits }: DeficitCover): JournalDraft {
  return {
    ...{ kind: 'ordinary', book: 'BM', date, unit: 'general', description: 'Penutupan defisit dari cadangan umum' },
    lines: [debit(reserveAccount, amount), ...coverLines(amount, deficits)],
  }
}

export interface CorrectionsCleared {
  readonly date: string
  /** What stands on 35103 in each unit, sen; below zero where earlier years earned less than was said. */
  readonly corrections: readonly { readonly unit: string; readonly amount: number }[]
  /** Where the meeting sends it. A gain goes to the deficit only as far as there is one. */
  readonly to: 'reserve' | 'deficit'
  readonly deficits: UnitDeficits
}

/**
 * The meeting clears what corrections of closed years left on 35103: to the general reserve 34101, or to the accumulated
 * deficit 35104, which a loss makes greater and a gain smaller (accounting.md section 6.4). Amounts in sen.
 */
export function correctionsCleared({ date, corrections, to, deficits }: CorrectionsCleared): JournalDraft {
  const gain = sumSen(corrections.map(({ amount }) => amount))
  const moved = corrections.map(({ unit, amount }) => ({ unit, net: amount }))
  const target =
    to === 'reserve'
      ? sided(reserveAccount, [{ unit: 'general', net: -gain }])
      : gain > 0
        ? coverLines(gain, deficits)
        : sided(
            deficitAccount,
            moved.map(({ unit, net }) => ({ unit, net: -net })),
          )
  return {
    ...{
      kind: 'ordinary',
      book: 'BM',
      date,
      unit: 'general',
      description: 'Koreksi tahun lalu diputuskan rapat anggota',
    },
    lines: [...sided(correctionsAccount, moved), ...target],
  }
}

/** Lines on an account of each unit's net, sen: above zero a debit; nothing where it is nil. */
function sided(account: string, nets: readonly { readonly unit: string; readonly net: number }[]): DraftLine[] {
  return nets.flatMap(({ unit, net }) => {
    if (net === 0) return []
    return [net > 0 ? debit(account, net, { unit }) : credit(account, -net, { unit })]
  })
}

/** What takes `amount` off the deficit of all units; what does not come out even goes to the unit with the greatest. */
function coverLines(amount: number, deficits: UnitDeficits): DraftLine[] {
  const whole = new Exact(sumSen(deficits.map(({ deficit }) => deficit)))
  const parts = deficits.map(({ unit, deficit }) => {
    const part = new Exact(deficit).mul(amount).div(whole).toDecimalPlaces(0, Exact.ROUND_DOWN).toNumber()
    return { unit, deficit, part }
  })
  const rest = amount - sumSen(parts.map(({ part }) => part))
  const greatest = parts.toSorted((a, b) => b.deficit - a.deficit)[0]
  const nets = parts.map((one) => ({ unit: one.unit, net: -(one === greatest ? one.part + rest : one.part) }))
  return sided(deficitAccount, nets)
}
