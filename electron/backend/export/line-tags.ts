import type { JournalLineTable } from '../db/tables.ts'
import type { ReferenceNames } from './book-facts.ts'
import type { ExportEntry } from './entries.ts'

export type Tag = readonly [name: string, value: string]

/** The member a line is about: named by the line, or the owner of its savings account. */
export function memberOf(line: JournalLineTable, names: ReferenceNames): string | null {
  return line.member_id ?? names.ownerOf.get(line.savings_account_id ?? '') ?? null
}

const tagNames = [
  ['savings', 'savings_account_id'],
  ['loan', 'loan_id'],
  ['partner', 'partner_id'],
  ['item', 'item_id'],
  ['fund', 'fund_id'],
  ['budget-line', 'budget_line_id'],
  ['asset', 'asset_id'],
  ['borrowing', 'borrowing_id'],
  ['person', 'person_id'],
] as const satisfies readonly (readonly [string, keyof JournalLineTable])[]

/** Every tag an export may write, for programs that want tags declared. */
export const allTagNames: readonly string[] = [
  'kind',
  'unit',
  'reverses',
  'reason',
  'member',
  ...tagNames.map(([name]) => name),
  'cash-flow-line',
  'memo',
]

/** What a line points at, by the numbers and codes people know; the unit where it is not the entry's. */
export function lineTags(line: JournalLineTable, entry: ExportEntry, names: ReferenceNames): Tag[] {
  const member = memberOf(line, names)
  const tags: Tag[] = member === null ? [] : [['member', names.member_id.get(member) ?? member]]
  for (const [name, column] of tagNames) {
    const id = line[column]
    if (id !== null) tags.push([name, names[column].get(id) ?? id])
  }
  if (line.unit !== entry.unit) tags.push(['unit', line.unit])
  if (line.cash_flow_line !== null) tags.push(['cash-flow-line', line.cash_flow_line])
  if (line.memo) tags.push(['memo', line.memo])
  return tags
}

/** Unit, kind where it is not ordinary, and what the entry reverses and why. */
export function entryTags(entry: ExportEntry): Tag[] {
  const tags: Tag[] = [['unit', entry.unit]]
  if (entry.kind !== 'ordinary') tags.push(['kind', entry.kind])
  if (entry.reverses !== null) tags.push(['reverses', entry.reverses])
  if (entry.reason) tags.push(['reason', entry.reason])
  return tags
}
