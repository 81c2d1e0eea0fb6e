import { Paper, Title } from '@mantine/core'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answers } from '../../../../shared/contract/index.ts'
import type { TermDeposit } from '../../../../shared/contract/term-deposits.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { ConfirmDialog } from '../../../ui/dialogs/ConfirmDialog.tsx'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { FigureTable } from '../../../ui/display/FigureTable.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import classes from '../savings.module.css'
import type { Ended } from './term-words.ts'

type Quote = Answers['savings']['termQuote']

export interface TermEndProps {
  readonly term: TermDeposit
  readonly onEnded: (ended: Ended) => void
}

/** Pays a term deposit back: what it comes to is shown first, and before its time it is asked once more. */
export function CloseTerm({ term, onEnded }: TermEndProps) {
  const { t } = useText()
  const { today } = useBook()
  const { savingsAccountId } = term
  const [isAsking, setAsking] = useState(false)
  const form = useEntryForm({
    initial: { date: today as string | null, cashAccount: null as string | null },
    save: ({ date, cashAccount }, requestId) =>
      client.savings.termClose({ requestId, savingsAccountId, date: date ?? '', cashAccount: cashAccount ?? '' }),
    onSaved: (answer) => onEnded({ way: 'closed', term, answer }),
  })
  const { date } = form.values
  const quote = useQuery({
    ...orpc.savings.termQuote.queryOptions({ input: date === null ? skipToken : { savingsAccountId, date } }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const isEarly = quote.data?.isEarly === true && !quote.isPlaceholderData
  const save = async () => {
    if (isEarly) setAsking(true)
    else await form.save()
  }
  const title = t(($) => $.termDeposits.close.title)
  return (
    <Paper component="section" withBorder p="md" radius="md">
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <div className={classes.sideBySide}>
        <FormFrame form={{ ...form, save }} label={title} saveLabel={t(($) => $.termDeposits.close.save)}>
          <DateField label={t(($) => $.termDeposits.close.date)} today={today} {...form.field('date')} />
          <CashAccountSelect
            label={t(($) => $.termDeposits.close.cashAccount)}
            {...form.field('cashAccount')}
            onOffer={form.offer('cashAccount')}
          />
        </FormFrame>
        <section aria-live="polite">
          {quote.isError ? <Complaint error={quote.error} /> : quote.data && <QuoteFigures quote={quote.data} />}
        </section>
      </div>
      {quote.data && (
        <EarlyQuestion
          quote={quote.data}
          isOpen={isAsking}
          onYes={() => {
            setAsking(false)
            void form.save()
          }}
          onNo={() => setAsking(false)}
        />
      )}
    </Paper>
  )
}

interface EarlyQuestionProps {
  readonly quote: Quote
  readonly isOpen: boolean
  readonly onYes: () => void
  readonly onNo: () => void
}

/** Names what is lost before anything is written. */
function EarlyQuestion({ quote: { penalty, forfeited, paid }, ...dialog }: EarlyQuestionProps) {
  const { t } = useText()
  const words = { lost: formatRupiah(penalty > 0 ? penalty : forfeited), paid: formatRupiah(paid) }
  const lost = penalty > 0 ? 'askPenalty' : forfeited > 0 ? 'askForfeited' : 'ask'
  return (
    <ConfirmDialog
      {...dialog}
      title={t(($) => $.termDeposits.close.askTitle)}
      text={t(($) => $.termDeposits.close[lost], words)}
      yes={t(($) => $.termDeposits.close.yes)}
      no={t(($) => $.termDeposits.close.no)}
    />
  )
}

const lost = ['tax', 'penalty', 'forfeited', 'toSavings'] as const

function QuoteFigures({ quote }: { readonly quote: Quote }) {
  const { t } = useText()
  const line = (part: 'principal' | 'interest' | 'paid' | (typeof lost)[number]) => ({
    title: t(($) => $.termDeposits.close[part]),
    figures: [formatRupiah(quote[part])],
  })
  return (
    <FigureTable
      label={t(($) => $.termDeposits.close.label)}
      lines={[
        line('principal'),
        line('interest'),
        ...lost.filter((part) => quote[part] > 0).map(line),
        { ...line('paid'), isStrong: true },
      ]}
    />
  )
}
