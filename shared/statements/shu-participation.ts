import type { Language } from '../calendar.ts'
import { formatRupiah, sumSen } from '../rules/money.ts'
import { pctText } from './loan-terms.ts'
import { type Division, shareName, shuTexts } from './shu-texts.ts'
import type { Column, ColumnKind, Part, Row } from './statement.ts'
import { filled, reportTexts } from './texts.ts'

/** Who holds modal penyertaan, and how each came to its amount; nothing where the rule gives it no part. */
export function participationTable(division: Division | null, language: Language): Part[] {
  const { participation: words } = shuTexts(language)
  const share = division?.bylaw.shares.find(({ to }) => to === 'by_participation')
  if (!division || !share || division.participation.length === 0) return []
  const { participation: holders, components, totals } = division
  const pool = formatRupiah(components.find(({ key }) => key === share.key)?.amount ?? 0)
  const together = sumSen(holders.map(({ capital }) => capital))
  const all = formatRupiah(together)
  const own = (key: 'number' | 'holder' | 'capital' | 'how' | 'amount', kind: ColumnKind): Column => ({
    ...{ key, title: words[key], kind },
  })
  return [
    {
      kind: 'table',
      title: filled(words.title, { share: shareName(share.key, language), pct: pctText(share.pct, language) }),
      columns: [
        ...[own('number', 'code'), own('holder', 'text'), own('capital', 'money')],
        ...[own('how', 'text'), own('amount', 'money')],
      ],
      rows: [
        ...holders.map(({ number, holder, capital, amount }): Row => {
          const how = filled(words.reckoned, { pool, own: formatRupiah(capital), all })
          return { kind: 'line', level: 0, number, holder, capital, how, amount }
        }),
        {
          ...{ kind: 'total', level: 0, number: null, holder: reportTexts(language).total.total },
          ...{ capital: together, how: null, amount: totals.participation },
        },
      ],
    },
  ]
}

/** What must be said where the part for modal penyertaan went to nobody, or not to all who put some in. */
export function participationNotes(division: Division | null, language: Language): string[] {
  const { participation: words } = shuTexts(language)
  const warnings = division?.warnings ?? []
  return [
    ...(warnings.includes('no_participation') ? [words.none] : []),
    ...(warnings.includes('participation_without_card') ? [words.withoutCard] : []),
  ]
}
