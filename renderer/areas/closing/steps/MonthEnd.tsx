import { Select, Text } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { useNavigation } from 'react-router'
import { formatDate, formatMonth, lastDayOfMonth } from '../../../../shared/calendar.ts'
import { orpc } from '../../../app/queries.ts'
import { useAsked, useChoose } from '../../../app/use-asked.ts'
import { ConfirmDialog } from '../../../ui/dialogs/ConfirmDialog.tsx'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { Done, useSaid } from '../../../ui/display/Done.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useText } from '../../../ui/text.ts'
import { AdjustmentsDialog } from './AdjustmentsDialog.tsx'
import { BankDialog } from './BankDialog.tsx'
import { StepAction } from './StepAction.tsx'
import { StepList } from './StepList.tsx'
import type { Checklist, Step } from './use-step-words.ts'

/** The end of a month: its steps with their state, up to the lock. */
export function MonthEnd() {
  const { t, language } = useText()
  const { month: asked } = useAsked()
  const [said, say] = useSaid()
  const { data, error } = useQuery({
    ...orpc.closing.checklist.queryOptions({ input: asked === undefined ? {} : { month: asked } }),
    placeholderData: keepPreviousData,
  })
  useMonthInAddress(data?.period)
  return (
    <>
      <PageHead title={t(($) => $.closing.month.title)} text={t(($) => $.closing.month.text)} />
      <Complaint error={error} />
      {data && (
        <>
          <MonthChoice month={data.period} />
          <Done key={said.count} sentence={said.sentence} />
          {!data.isOver && (
            <Text mb="sm">
              {t(($) => $.closing.month.notOver, { date: formatDate(lastDayOfMonth(data.period), language) })}
            </Text>
          )}
          <Steps key={data.period} checklist={data} onSaid={say} />
        </>
      )}
    </>
  )
}

/** Once it is known which month waits, the address says it: locking it does not move on to the next by itself. */
function useMonthInAddress(month: string | undefined): void {
  const { month: asked } = useAsked()
  const choose = useChoose()
  // Who is on her way to another screen is not called back.
  const isHere = useNavigation().state === 'idle'
  const keep = useEffectEvent((found: string) => choose({ month: found }))
  useEffect(() => {
    if (asked === undefined && month !== undefined && isHere) keep(month)
  }, [asked, month, isHere])
}

function MonthChoice({ month }: { readonly month: string }) {
  const { t, language } = useText()
  const choose = useChoose()
  const { data } = useQuery(orpc.periods.list.queryOptions({ input: {} }))
  const months = data?.rows.map((row) => row.month) ?? []
  return (
    <Select
      label={t(($) => $.closing.month.month)}
      data={(months.includes(month) ? months : [month, ...months]).map((value) => ({
        value,
        label: formatMonth(value, language),
      }))}
      value={month}
      onChange={(chosen) => chosen !== null && choose({ month: chosen })}
      searchable
      maw="18rem"
      mb="md"
    />
  )
}

interface StepsProps {
  readonly checklist: Checklist
  readonly onSaid: (sentence: string) => void
}

function Steps({ checklist, onSaid }: StepsProps) {
  const { period } = checklist
  const [asked, setAsked] = useState<Step>()
  const [isOpen, setOpen] = useState(false)
  const dialog = {
    isOpen,
    onClose: () => setOpen(false),
    onDone: (sentence: string) => {
      setOpen(false)
      onSaid(sentence)
    },
  }
  return (
    <>
      <StepList
        checklist={checklist}
        action={(step) => (
          <StepAction
            step={step}
            period={period}
            onAsk={() => {
              setAsked(step)
              setOpen(true)
            }}
          />
        )}
      />
      {asked?.key === 'bank' && <BankDialog key={asked.account?.code} step={asked} month={period} {...dialog} />}
      {asked?.key === 'adjustments' && <AdjustmentsDialog period={period} {...dialog} />}
      {asked?.key === 'lock' && <LockDialog checklist={checklist} {...dialog} />}
    </>
  )
}

interface LockDialogProps {
  readonly checklist: Checklist
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onDone: (sentence: string) => void
}

function LockDialog({ checklist, isOpen, onClose, onDone }: LockDialogProps) {
  const { t, language } = useText()
  const { period: month } = checklist
  const [requestId] = useState(() => crypto.randomUUID())
  const named = { month: formatMonth(month, language) }
  const left = checklist.left - 1
  const lock = useMutation(
    orpc.periods.lockMonth.mutationOptions({ onSuccess: () => onDone(t(($) => $.closing.lock.done, named)) }),
  )
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t(($) => $.closing.lock.title, named)}
      text={
        <>
          <Text>{t(($) => $.closing.lock.text)}</Text>
          {left > 0 && (
            <Text mt="sm" fw={600}>
              {t(($) => $.closing.lock.left, { left })}
            </Text>
          )}
          <Complaint error={lock.error} />
        </>
      }
      yes={t(($) => $.closing.lock.yes)}
      no={t(($) => $.closing.lock.no)}
      isBusy={lock.isPending}
      onYes={() => lock.mutate({ requestId, month })}
      onNo={onClose}
    />
  )
}
