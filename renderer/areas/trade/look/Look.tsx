import { Group } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { firstDayOfMonth, formatMonth, monthOf } from '../../../../shared/calendar.ts'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import type { AskedReport } from '../../../../shared/contract/reports.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { formatPct } from '../../../../shared/rules/percent.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { KeyFigure, KeyFigures } from '../../../ui/display/KeyFigures.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { PeriodFields } from '../../../ui/fields/PeriodFields.tsx'
import { useText } from '../../../ui/text.ts'
import { LookChart } from './LookChart.tsx'
import { LookTable } from './LookTable.tsx'

type Asked = Inputs['trade']['salesLook']
type SalesLook = Answers['trade']['salesLook']
export type LookRow = SalesLook['rows'][number] & { readonly title: string }

const groups = ['item', 'channel', 'month', 'maker', 'buyer'] as const satisfies readonly Asked['by'][]
const buyers = ['member', 'nonMember'] as const

/** How the shop does: what sells, which way, to whom and by whom it was made, and what is earned by it. */
export function Look() {
  const { t, language } = useText()
  const { today } = useBook()
  const [period, setPeriod] = useState({ from: firstDayOfMonth(monthOf(today)), to: today })
  const [by, setBy] = useState<Asked['by']>('item')
  const [buyer, setBuyer] = useState<(typeof buyers)[number] | ''>('')
  const asked: Asked = { ...period, by, ...(buyer !== '' && { buyer }) }
  const report: AskedReport = { report: 'sales', params: asked, language }
  const query = useQuery({ ...orpc.trade.salesLook.queryOptions({ input: asked }), placeholderData: keepPreviousData })
  return (
    <>
      <PageHead
        title={t(($) => $.salesLook.screen)}
        text={t(($) => $.salesLook.text)}
        actions={
          <>
            <PaperButton asked={report} label={t(($) => $.salesLook.print)} />
            <PaperButton asked={report} label={t(($) => $.salesLook.sheet)} isSheet />
          </>
        }
      />
      <Group align="flex-start" gap="sm" mb="md">
        <ChoiceField
          label={t(($) => $.salesLook.by)}
          value={by}
          onChange={setBy}
          choices={groups.map((value) => ({ value, label: t(($) => $.salesLook.bys[value]) }))}
          autoFocus
        />
        <PeriodFields value={period} onChange={setPeriod} today={today} />
        <ChoiceField
          label={t(($) => $.salesLook.bys.buyer)}
          value={buyer}
          onChange={setBuyer}
          none={t(($) => $.salesLook.everybody)}
          choices={buyers.map((value) => ({ value, label: t(($) => $.salesLook.buyer[value]) }))}
        />
      </Group>
      {query.isError && <Complaint error={query.error} />}
      {query.data && !query.isError && <Figures look={query.data} by={by} />}
    </>
  )
}

function Figures({ look, by }: { readonly look: SalesLook; readonly by: Asked['by'] }) {
  const { t, language } = useText()
  const title = useGroupTitle(by)
  const { totals } = look
  const rows = look.rows.map((row): LookRow => ({ ...row, title: title(row) }))
  const pct = totals.marginPct
  return (
    <>
      {rows.length > 0 && (
        <KeyFigures>
          <KeyFigure
            label={t(($) => $.salesLook.earned)}
            figure={formatRupiah(totals.revenue)}
            note={
              totals.paid === totals.revenue
                ? undefined
                : t(($) => $.salesLook.earnedNote, { paid: formatRupiah(totals.paid) })
            }
          />
          <KeyFigure
            label={t(($) => $.salesLook.margin)}
            figure={formatRupiah(totals.margin)}
            note={pct === null ? undefined : t(($) => $.salesLook.marginNote, { pct: formatPct(pct, language) })}
          />
          {totals.returned > 0 && (
            <KeyFigure label={t(($) => $.salesLook.returned)} figure={formatRupiah(totals.returned)} />
          )}
        </KeyFigures>
      )}
      <LookTable rows={rows} totals={totals} by={by} />
      {rows.length > 0 && <LookChart rows={rows} />}
    </>
  )
}

/** What a group is called: what has no name of its own gets one here. */
function useGroupTitle(by: Asked['by']): (row: SalesLook['rows'][number]) => string {
  const { t, language } = useText()
  return ({ key, name }) => {
    if (name !== null) return name
    if (by === 'month') return formatMonth(key, language)
    if (by === 'channel') return t(($) => $.salesLook.channel[key as keyof typeof $.salesLook.channel])
    if (by === 'buyer') return t(($) => $.salesLook.buyer[key as keyof typeof $.salesLook.buyer])
    return key === 'own' ? t(($) => $.salesLook.group.own) : t(($) => $.salesLook.group.other)
  }
}
