import { Button, Group } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMonth } from '../../../shared/calendar.ts'
import type { Answers } from '../../../shared/contract/index.ts'
import { roles } from '../../../shared/contract/procedure.ts'
import { orpc } from '../../app/queries.ts'
import { ConfirmDialog } from '../../ui/dialogs/ConfirmDialog.tsx'
import { ReasonDialog } from '../../ui/dialogs/ReasonDialog.tsx'
import { Complaint } from '../../ui/display/Complaint.tsx'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useText } from '../../ui/text.ts'
import { useFailureSentence } from '../../ui/use-failure-sentence.ts'

type PeriodRow = Answers['periods']['list']['rows'][number]

/** The months, open or locked; one is chosen and then locked, or unlocked with a reason. */
export function Periods() {
  const { t, language } = useText()
  const list = useQuery(orpc.periods.list.queryOptions({ input: {} }))
  const [month, setMonth] = useState<string>()
  const [isAsking, setAsking] = useState(false)
  const chosen = list.data?.rows.find((row) => row.month === month)
  const name = chosen === undefined ? '' : formatMonth(chosen.month, language)
  const title = t(($) => $.bookkeeping.periods.title)
  const nameOf = (by: string | null) => {
    const role = roles.find((known) => known === by)
    return role === undefined ? by : t(($) => $.bookkeeping.roles[role])
  }
  return (
    <>
      <PageHead title={title} text={t(($) => $.bookkeeping.periods.text)} />
      <Group mb="sm" mih="2.75rem">
        {chosen === undefined ? (
          t(($) => $.bookkeeping.periods.select)
        ) : (
          <Button variant={chosen.state === 'open' ? 'filled' : 'default'} onClick={() => setAsking(true)}>
            {chosen.state === 'open'
              ? t(($) => $.bookkeeping.periods.lock, { month: name })
              : t(($) => $.bookkeeping.periods.unlock, { month: name })}
          </Button>
        )}
      </Group>
      <DataTable
        label={title}
        rows={list.data?.rows ?? []}
        rowKey={(row) => row.month}
        isLoading={list.isPending}
        hasFailed={list.isError}
        onRetry={() => void list.refetch()}
        empty={t(($) => $.bookkeeping.periods.empty)}
        onOpen={(row) => setMonth(row.month)}
        columns={[
          {
            key: 'month',
            title: t(($) => $.bookkeeping.periods.month),
            value: (row) => formatMonth(row.month, language),
          },
          {
            key: 'state',
            title: t(($) => $.bookkeeping.periods.state),
            width: '8rem',
            value: ({ state }) => t(($) => $.bookkeeping.periods.states[state]),
          },
          {
            key: 'entries',
            title: t(($) => $.bookkeeping.periods.entries),
            kind: 'number',
            width: '12rem',
            value: ({ entries }) => entries,
          },
          { key: 'by', title: t(($) => $.bookkeeping.periods.by), width: '9rem', value: ({ by }) => nameOf(by) },
          { key: 'reason', title: t(($) => $.bookkeeping.periods.reason), value: ({ reason }) => reason },
        ]}
      />
      {chosen && (
        <Question
          key={`${chosen.month} ${chosen.state}`}
          row={chosen}
          isOpen={isAsking}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

interface QuestionProps {
  readonly row: PeriodRow
  readonly isOpen: boolean
  readonly onClose: () => void
}

function Question({ row, isOpen, onClose }: QuestionProps) {
  const { t, language } = useText()
  const say = useFailureSentence()
  const [requestId] = useState(() => crypto.randomUUID())
  const name = { month: formatMonth(row.month, language) }
  const lock = useMutation(orpc.periods.lockMonth.mutationOptions({ onSuccess: onClose }))
  const unlock = useMutation(orpc.periods.unlockMonth.mutationOptions({ onSuccess: onClose }))
  if (row.state === 'open') {
    return (
      <ConfirmDialog
        isOpen={isOpen}
        title={t(($) => $.bookkeeping.periods.lockTitle, name)}
        text={
          <>
            {t(($) => $.bookkeeping.periods.lockText, name)}
            <Complaint error={lock.error} />
          </>
        }
        yes={t(($) => $.bookkeeping.periods.lockYes)}
        no={t(($) => $.bookkeeping.periods.keep)}
        isBusy={lock.isPending}
        onYes={() => lock.mutate({ requestId, month: row.month })}
        onNo={onClose}
      />
    )
  }
  return (
    <ReasonDialog
      isOpen={isOpen}
      title={t(($) => $.bookkeeping.periods.unlockTitle, name)}
      text={t(($) => $.bookkeeping.periods.unlockText)}
      reasonLabel={t(($) => $.bookkeeping.periods.unlockReason)}
      confirm={t(($) => $.bookkeeping.periods.unlockYes)}
      keep={t(($) => $.bookkeeping.periods.keep)}
      isBusy={unlock.isPending}
      refusal={say(unlock.error)}
      onConfirm={(reason) => unlock.mutate({ requestId, month: row.month, reason })}
      onClose={onClose}
    />
  )
}
