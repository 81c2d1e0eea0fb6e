import type { Inputs } from '../../../shared/contract/index.ts'
import { sumSen } from '../../../shared/rules/money.ts'
import type { PickedMember } from '../../ui/fields/MemberPicker.tsx'

/** A journal line while it is typed. */
export interface EntryLine {
  readonly key: string
  readonly account: string | null
  readonly debit: number | null
  readonly credit: number | null
  readonly memo: string
  readonly member: PickedMember | null
  /** The savings card, where the account's lines must name one. */
  readonly savingsAccountId: string | null
}

type LineInput = Inputs['journal']['post']['lines'][number]

export function emptyLine(key: string): EntryLine {
  return { key, account: null, debit: null, credit: null, memo: '', member: null, savingsAccountId: null }
}

/** Nothing was typed into it: it is there to be filled and is not sent. */
function isEmptyLine({ account, debit, credit, memo, member }: EntryLine): boolean {
  return account === null && debit === null && credit === null && memo.trim() === '' && member === null
}

/** The lines as the API takes them: what was left empty is left out, so that the API says what is missing. */
export function lineInputs(lines: readonly EntryLine[]): LineInput[] {
  return filledLines(lines).map(({ account, debit, credit, memo, member, savingsAccountId }) => ({
    account: account ?? '',
    ...(debit === null ? {} : { debit: debit as LineInput['debit'] }),
    ...(credit === null ? {} : { credit: credit as LineInput['credit'] }),
    ...(memo.trim() === '' ? {} : { memo }),
    ...referenceOf(member, savingsAccountId),
  }))
}

/** A savings card knows its member; only other lines name the member alone. */
function referenceOf(member: PickedMember | null, savingsAccountId: string | null) {
  if (savingsAccountId !== null) return { savingsAccountId }
  return member === null ? {} : { memberId: member.id }
}

function filledLines(lines: readonly EntryLine[]): EntryLine[] {
  return lines.filter((line) => !isEmptyLine(line))
}

const shownFields = ['account', 'debit', 'credit', 'memo', 'memberId', 'savingsAccountId'] as const

/** `lines.1.debit` of the input is the second filled line; on the screen it may be the third. */
export function fieldOfPath(lines: readonly EntryLine[]): (path: string) => string {
  return (path) => {
    const match = /^lines\.(\d+)\.?(\w*)$/.exec(path)
    const line = match ? filledLines(lines)[Number(match[1])] : undefined
    if (line === undefined) return path
    // A card that has no field of its own is asked for by its account.
    const field = shownFields.find((name) => name === match?.[2]) ?? 'account'
    return `lines.${line.key}.${field}`
  }
}

export function totalsOf(lines: readonly EntryLine[]): { debit: number; credit: number } {
  return {
    debit: sumSen(lines.map(({ debit }) => debit ?? 0)),
    credit: sumSen(lines.map(({ credit }) => credit ?? 0)),
  }
}
