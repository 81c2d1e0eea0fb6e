import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import type { ExitStatement } from '../../../../shared/contract/member-exit.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { orpc } from '../../../app/queries.ts'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useBook } from '../../../app/session.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { usePostingWarnings } from '../../../app/use-posting-warnings.ts'
import { client } from '../../../client.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'

type Paid = Answers['members']['payExit']

interface Values {
  readonly amount: number | null
  readonly date: string | null
  readonly cashAccount: string | null
  readonly receivedBy: string
}

/** Pays what was left for a member who went, all of it or a part, to her or to her heir. */
export function PayExit() {
  const { t } = useText()
  const { memberId = '' } = useParams()
  const [paid, setPaid] = useState<Paid>()
  useFreshVisit(() => setPaid(undefined))
  const left = useQuery(orpc.members.exitStatement.queryOptions({ input: { memberId } }))
  if (!left.data) {
    return (
      <>
        <PageHead title={t(($) => $.leaving.payment.title)} />
        {left.isError && <Complaint error={left.error} />}
      </>
    )
  }
  const { name, due } = left.data
  const dueText = due > 0 ? t(($) => $.leaving.payment.due, { amount: formatRupiah(due) }) : undefined
  return (
    <>
      <PageHead title={`${t(($) => $.leaving.payment.title)}: ${name}`} text={paid ? undefined : dueText} />
      {paid && <Notice paid={paid} left={left.data} onNext={due > 0 ? () => setPaid(undefined) : undefined} />}
      {!paid && due > 0 && <Fields key={due} left={left.data} onPaid={setPaid} />}
      {!paid && due === 0 && <Text>{t(($) => $.leaving.payment.all)}</Text>}
    </>
  )
}

function Fields({ left, onPaid }: { readonly left: ExitStatement; readonly onPaid: (paid: Paid) => void }) {
  const { t } = useText()
  const navigate = useNavigate()
  const { today } = useBook()
  const { memberId, due, heir, date: leftOn } = left
  const date = leftOn > today ? leftOn : today
  const initial: Values = { amount: due, date, cashAccount: null, receivedBy: heir?.name ?? '' }
  const form = useEntryForm({
    initial,
    save: (values, requestId) => {
      const { receivedBy } = values
      return client.members.payExit({
        ...{ requestId, memberId, date: values.date ?? '', amount: values.amount ?? 0 },
        cashAccount: values.cashAccount ?? '',
        ...(receivedBy.trim() !== '' && { receivedBy }),
      })
    },
    onSaved: onPaid,
  })
  return (
    <FormFrame
      form={form}
      label={t(($) => $.leaving.payment.title)}
      saveLabel={t(($) => $.leaving.payment.save)}
      onCancel={() => void navigate(`/members/${memberId}`)}
    >
      <MoneyField label={t(($) => $.leaving.payment.amount)} {...form.field('amount')} autoFocus />
      <DateField label={t(($) => $.leaving.payment.date)} today={today} {...form.field('date')} />
      <CashAccountSelect
        label={t(($) => $.leaving.payment.cashAccount)}
        {...form.field('cashAccount')}
        onOffer={form.offer('cashAccount')}
      />
      <TextField
        label={t(($) => $.leaving.payment.receivedBy)}
        description={t(($) => $.leaving.payment.receivedByHint)}
        {...form.field('receivedBy')}
      />
    </FormFrame>
  )
}

interface NoticeProps {
  readonly paid: Paid
  readonly left: ExitStatement
  readonly onNext: (() => void) | undefined
}

function Notice({ paid, left: { name }, onNext }: NoticeProps) {
  const { t } = useText()
  const warnings = usePostingWarnings(paid.warnings)
  return (
    <SavedPanel
      posted={paid}
      sentence={t(($) => $.leaving.payment.saved, { amount: formatRupiah(paid.paid), name })}
      balance={paid.due}
      balanceLabel={t(($) => $.leaving.payment.left)}
      warnings={warnings}
      {...(onNext && { onNext })}
    />
  )
}
