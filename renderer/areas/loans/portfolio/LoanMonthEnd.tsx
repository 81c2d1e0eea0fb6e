import { Select, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { addMonthsToMonth, type CalendarMonth, formatMonth, monthOf } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { useAsked } from '../../../app/use-asked.ts'
import { client } from '../../../client.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { Done } from '../../../ui/display/Done.tsx'
import { FigureTable } from '../../../ui/display/FigureTable.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useText } from '../../../ui/text.ts'
import { MonthEndStep } from './MonthEndStep.tsx'

type MonthEnd = Answers['loans']['monthEnd']

/** The two notes of a month's end, each shown before it is written and undone as a whole. */
export function LoanMonthEnd() {
  const { t, language } = useText()
  const { today } = useBook()
  const asked = useAsked()
  const [month, setMonth] = useState<CalendarMonth>(asked.month ?? addMonthsToMonth(monthOf(today), -1))
  const [sentence, setSentence] = useState<string>()
  const query = useQuery(orpc.loans.monthEnd.queryOptions({ input: { month } }))
  const months = Array.from({ length: 25 }, (_, index) => addMonthsToMonth(monthOf(today), -index))
  return (
    <>
      <PageHead title={t(($) => $.loans.monthEnd.title)} text={t(($) => $.loans.monthEnd.text)} />
      <Select
        label={t(($) => $.loans.monthEnd.month)}
        data={months.map((one) => ({ value: one, label: formatMonth(one, language) }))}
        value={month}
        onChange={(chosen) => {
          if (chosen === null) return
          setMonth(chosen)
          setSentence(undefined)
        }}
        searchable
        maw="18rem"
        mb="md"
      />
      <Done sentence={sentence} />
      <Complaint error={query.error} />
      {query.data && <Steps key={month} monthEnd={query.data} onSaid={setSentence} />}
    </>
  )
}

interface StepsProps {
  readonly monthEnd: MonthEnd
  readonly onSaid: (sentence: string) => void
}

function Steps({ monthEnd, onSaid }: StepsProps) {
  const { t, language } = useText()
  const { month, isOver, interest, allowance } = monthEnd
  const named = { month: formatMonth(month, language) }
  if (!isOver) return <Text>{t(($) => $.loans.monthEnd.notOver)}</Text>
  return (
    <Stack gap="xl">
      <Part title={t(($) => $.loans.monthEnd.interest)}>
        {interest.accrues ? (
          <>
            <FigureTable
              label={t(($) => $.loans.monthEnd.interest)}
              lines={(['booked', 'takenBack'] as const).map((part) => ({
                title: t(($) => $.loans.monthEnd[part]),
                figures: [formatRupiah(interest[part])],
              }))}
            />
            <MonthEndStep
              month={month}
              done={interest.done}
              save={(requestId) => client.loans.accrueInterest({ requestId, month })}
              saveLabel={t(($) => $.loans.monthEnd.saveInterest, named)}
              saved={t(($) => $.loans.monthEnd.interestSaved, named)}
              onSaid={onSaid}
            />
          </>
        ) : (
          <Text>{t(($) => $.loans.monthEnd.interestNone)}</Text>
        )}
      </Part>
      <Part title={t(($) => $.loans.monthEnd.allowance)}>
        <AllowanceFigures monthEnd={monthEnd} />
        {allowance.heldBack > 0 && (
          <Text mt="xs">{t(($) => $.loans.monthEnd.heldBack, { amount: formatRupiah(allowance.heldBack) })}</Text>
        )}
        <MonthEndStep
          month={month}
          done={allowance.done}
          save={(requestId) => client.loans.accrueAllowance({ requestId, month })}
          saveLabel={t(($) => $.loans.monthEnd.saveAllowance, named)}
          saved={t(($) => $.loans.monthEnd.allowanceSaved, named)}
          onSaid={onSaid}
        />
      </Part>
    </Stack>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {children}
    </section>
  )
}

function AllowanceFigures({ monthEnd: { byClass, allowance, loans } }: { readonly monthEnd: MonthEnd }) {
  const { t } = useText()
  const { needed, before, change } = allowance
  const alone = (title: string, amount: number) => ({ title, figures: ['', '', '', formatRupiah(amount)] })
  const changed =
    change < 0
      ? alone(
          t(($) => $.loans.monthEnd.less),
          -change,
        )
      : alone(
          t(($) => $.loans.monthEnd.add),
          change,
        )
  return (
    <FigureTable
      label={t(($) => $.loans.monthEnd.allowance)}
      heads={{
        line: t(($) => $.loans.monthEnd.class),
        columns: (['loans', 'outstanding', 'collateral', 'needed'] as const).map((head) =>
          t(($) => $.loans.monthEnd[head]),
        ),
      }}
      lines={[
        ...byClass.map((row) => ({
          title: t(($) => $.loans.class[row.class]),
          figures: [String(row.loans), ...[row.outstanding, row.collateral, row.allowance].map(formatRupiah)],
        })),
        {
          title: t(($) => $.loans.monthEnd.total),
          figures: [String(loans), '', '', formatRupiah(needed)],
          isStrong: true,
        },
        alone(
          t(($) => $.loans.monthEnd.before),
          before,
        ),
        { ...changed, isStrong: true },
      ]}
    />
  )
}
