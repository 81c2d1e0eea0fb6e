import { Alert, Button, Group, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { formatMonth, yearOf } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { finalTaxPayable } from '../../../../shared/rules/entries/turnover-tax.ts'
import { formatRupiah, sen, sumSen } from '../../../../shared/rules/money.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { orpc } from '../../../app/queries.ts'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useBook } from '../../../app/session.tsx'
import { useAsked } from '../../../app/use-asked.ts'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { usePostingWarnings } from '../../../app/use-posting-warnings.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import { IncomeTax } from './IncomeTax.tsx'
import { TaxForms } from './TaxForms.tsx'
import { TurnoverParts } from './TurnoverParts.tsx'
import { Withheld } from './Withheld.tsx'

type Sheet = Answers['tax']['sheet']
type Row = Sheet['rows'][number]
type Posted = Answers['tax']['post']

/** The year's tax: which it is, turnover month by month, and the final tax that was recorded. */
export function TaxSheet() {
  const { t, language } = useText()
  const { today } = useBook()
  const asked = useAsked()
  const [year, setYear] = useState(asked.year ?? yearOf(today))
  const [posted, setPosted] = useState<Posted>()
  useFreshVisit(() => setPosted(undefined))
  const [own, setOwn] = useState<number | null>(null)
  const params = { year, ...(own !== null && { taxableIncome: sen(own) }) }
  const { data, error } = useQuery({
    ...orpc.tax.sheet.queryOptions({ input: params }),
    placeholderData: keepPreviousData,
  })
  const latest = Array.from({ length: 4 }, (_, back) => String(yearOf(today) - back))
  const years = latest.includes(String(year)) ? latest : [...latest, String(year)]
  const paper = { report: 'taxSheet', params, language } as const
  return (
    <>
      <PageHead
        title={t(($) => $.tax.title)}
        text={t(($) => $.tax.text)}
        actions={<PaperButton asked={paper} label={t(($) => $.tax.print)} />}
      />
      <Complaint error={error} />
      {posted ? (
        <PostedPanel posted={posted} onNext={() => setPosted(undefined)} />
      ) : (
        <>
          <Group>
            <ChoiceField
              label={t(($) => $.tax.year)}
              value={String(year)}
              onChange={(one) => {
                setYear(Number(one))
                setOwn(null)
              }}
              choices={years.map((value) => ({ value, label: value }))}
            />
          </Group>
          {data && <Warnings sheet={data} />}
          {data && <Owed sheet={data} />}
          {data && <TaxForms key={data.year} sheet={data} onPosted={setPosted} />}
          {data && <IncomeTax sheet={data} own={own} onOwn={setOwn} />}
          {data && <Months sheet={data} />}
          {data && <TurnoverParts sheet={data} />}
        </>
      )}
    </>
  )
}

function PostedPanel({ posted, onNext }: { readonly posted: Posted; readonly onNext: () => void }) {
  const { t, language } = useText()
  const { month, tax, turnover } = posted
  const said = { month: formatMonth(month, language), turnover: formatRupiah(turnover), tax: formatRupiah(tax) }
  const sentence = t(($) => $.tax[posted.posted === tax ? 'saved' : 'savedDifference'], {
    ...said,
    amount: formatRupiah(posted.posted),
  })
  const { data } = useQuery(orpc.tax.sheet.queryOptions({ input: { year: Number(month.slice(0, 4)) } }))
  return (
    <SavedPanel
      posted={posted}
      sentence={sentence}
      warnings={usePostingWarnings(posted.warnings)}
      onNext={onNext}
      onReversed={onNext}
    >
      <Withheld amount={posted.posted} withheld={posted.withheld} />
      {data && data.owed > 0 && (
        <Group gap="sm" mt="sm">
          <Text>{t(($) => $.tax.pay)}</Text>
          <PayButton owed={data.owed} />
        </Group>
      )}
    </SavedPanel>
  )
}

/** Money out for all that is owed of final tax. */
function PayButton({ owed }: { readonly owed: number }) {
  const { t } = useText()
  return (
    <Button component={Link} to={`/cash/spend?account=${finalTaxPayable}&amount=${owed}`} variant="default">
      {t(($) => $.tax.toSpend)}
    </Button>
  )
}

/** What is owed of final tax, with the way to pay it, and under every regime what was paid in advance. */
function Owed({ sheet: { regime, owed, prepaid } }: { readonly sheet: Sheet }) {
  const { t } = useText()
  const isFinalTold = regime === 'final_0_5' || owed !== 0
  if (!isFinalTold && prepaid === 0) return null
  return (
    <Group gap="sm" my="md">
      {isFinalTold && (
        <Text fw={600}>
          {t(($) => $.tax[owed < 0 ? 'overpaid' : 'owed'])}: {formatRupiah(Math.abs(owed))}
        </Text>
      )}
      {owed > 0 && <PayButton owed={owed} />}
      {prepaid !== 0 && <Text>{t(($) => $.tax.prepaid, { amount: formatRupiah(prepaid) })}</Text>}
    </Group>
  )
}

function Warnings({ sheet: { warnings, limit, lastYear } }: { readonly sheet: Sheet }) {
  const { t } = useText()
  if (warnings.length === 0) return null
  const named = { limit: formatRupiah(limit), lastYear: lastYear ?? '' }
  return (
    <Alert color="yellow" variant="light" role="status" my="md" maw="56rem">
      {warnings.map((warning) => (
        <Text key={warning} c="dark.9">
          {t(($) => $.tax.warning[warning], named)}
        </Text>
      ))}
    </Alert>
  )
}

function Months({ sheet: { year, regime, rows, totals } }: { readonly sheet: Sheet }) {
  const { t, language } = useText()
  const navigate = useNavigate()
  const withheldColumns = [
    {
      key: 'withheld',
      title: t(($) => $.tax.withheldColumn),
      kind: 'money' as const,
      value: (row: Row) => row.posted?.withheld,
    },
    {
      key: 'left',
      title: t(($) => $.tax.leftColumn),
      kind: 'money' as const,
      value: ({ posted: done }: Row) => done && sumSen([done.amount, -done.withheld]),
    },
  ]
  const { turnover, tax, posted, withheld } = totals
  const isWithheld = rows.some((row) => row.posted !== null && row.posted.withheld !== 0)
  const isCarried = regime === 'final_0_5' && rows.some(({ carried }) => carried !== 0)
  return (
    <DataTable
      label={t(($) => $.tax.list, { year })}
      rows={rows}
      rowKey={({ month }) => month}
      totals={{ turnover, tax, posted, ...(isWithheld && { withheld, left: sumSen([posted, -withheld]) }) }}
      canOpen={(row) => row.posted !== null}
      onOpen={(row) => row.posted && void navigate(`/books/entry/${row.posted.entryId}`)}
      opens={t(($) => $.tax.opens)}
      columns={[
        { key: 'month', title: t(($) => $.tax.month), value: (row) => formatMonth(row.month, language) },
        { key: 'turnover', title: t(($) => $.tax.turnover), kind: 'money', value: (row) => row.turnover },
        { key: 'twelve', title: t(($) => $.tax.twelveMonths), kind: 'money', value: (row) => row.twelveMonths },
        ...(isCarried
          ? [
              {
                key: 'carried',
                title: t(($) => $.tax.carried),
                kind: 'money' as const,
                value: (row: Row) => row.carried,
              },
            ]
          : []),
        { key: 'tax', title: t(($) => $.tax.due), kind: 'money', value: (row) => row.tax },
        { key: 'posted', title: t(($) => $.tax.posted), kind: 'money', value: (row) => row.posted?.amount },
        ...(isWithheld ? withheldColumns : []),
        { key: 'voucher', title: t(($) => $.tax.voucher), kind: 'code', value: (row) => row.posted?.voucher },
      ]}
    />
  )
}
