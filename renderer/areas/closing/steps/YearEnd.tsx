import { Box, Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, lastDayOfYear } from '../../../../shared/calendar.ts'
import { orpc } from '../../../app/queries.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { Done, useSaid } from '../../../ui/display/Done.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useText } from '../../../ui/text.ts'
import { useClosingYear } from '../use-year.ts'
import { YearChoice } from '../YearChoice.tsx'
import { AdjustmentsDialog } from './AdjustmentsDialog.tsx'
import { CloseYearDialog } from './CloseYearDialog.tsx'
import { ReopenDialog } from './ReopenDialog.tsx'
import { StepAction } from './StepAction.tsx'
import { StepList } from './StepList.tsx'
import type { Checklist, Step } from './use-step-words.ts'
import { YearsTable } from './YearsTable.tsx'

/** The end of a year: its steps up to the payment of the surplus, closing it, and opening it again. */
export function YearEnd() {
  const { t, language } = useText()
  const { year, rows, error } = useClosingYear()
  const [said, say] = useSaid()
  const checklist = useQuery(orpc.closing.checklist.queryOptions({ input: { year } }))
  const { data } = checklist
  return (
    <>
      <PageHead title={t(($) => $.closing.year.title)} text={t(($) => $.closing.year.text)} />
      <Complaint error={error ?? checklist.error} />
      <Box maw="12rem" mb="md">
        <YearChoice year={year} rows={rows} />
      </Box>
      <Done key={said.count} sentence={said.sentence} />
      {data && !data.isOver && (
        <Text mb="sm">{t(($) => $.closing.year.notOver, { date: formatDate(lastDayOfYear(year), language) })}</Text>
      )}
      {data && <Steps key={data.period} checklist={data} onSaid={say} />}
      <YearsTable rows={rows} />
    </>
  )
}

interface StepsProps {
  readonly checklist: Checklist
  readonly onSaid: (sentence: string) => void
}

const beforeClosing: ReadonlySet<string> = new Set(['open', 'changed'])

function Steps({ checklist, onSaid }: StepsProps) {
  const { t } = useText()
  const { period, steps, isClosed } = checklist
  const [asked, setAsked] = useState<Step['key'] | 'reopen'>()
  const [isOpen, setOpen] = useState(false)
  const year = Number(period)
  const ask = (what: Step['key'] | 'reopen') => {
    setAsked(what)
    setOpen(true)
  }
  const dialog = {
    isOpen,
    onClose: () => setOpen(false),
    onDone: (sentence: string) => {
      setOpen(false)
      onSaid(sentence)
    },
  }
  const closing = steps.findIndex(({ key }) => key === 'close')
  const left = steps.slice(0, closing).filter(({ state }) => beforeClosing.has(state))
  return (
    <>
      <StepList
        checklist={checklist}
        action={(step) => <StepAction step={step} period={period} onAsk={() => ask(step.key)} />}
      />
      {isClosed && (
        <Button mt="md" variant="default" onClick={() => ask('reopen')}>
          {t(($) => $.closing.reopen.action, { year })}
        </Button>
      )}
      {asked === 'year_adjustments' && <AdjustmentsDialog period={period} {...dialog} />}
      {asked === 'close' && (
        <CloseYearDialog key={String(isClosed)} {...{ year, left }} result={steps[closing]?.amount ?? 0} {...dialog} />
      )}
      {asked === 'reopen' && <ReopenDialog year={year} {...dialog} />}
    </>
  )
}
