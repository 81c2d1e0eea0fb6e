import { Anchor, Text } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { formatDate } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { orpc } from '../../../app/queries.ts'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useBook } from '../../../app/session.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { client } from '../../../client.ts'
import { ConfirmDialog } from '../../../ui/dialogs/ConfirmDialog.tsx'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { FigureTable } from '../../../ui/display/FigureTable.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { LoanLine } from '../LoanLine.tsx'
import { type Loan, useLoanWarnings } from '../loan-words.ts'
import classes from '../loans.module.css'

type WrittenOff = Answers['loans']['writeOff']
type Lost = Answers['loans']['previewWriteOff']

/** A loan is given up for lost by a meeting's decision; it is not forgiven. */
export function WriteOffLoan() {
  const { t } = useText()
  const { loanId = '' } = useParams()
  const [done, setDone] = useState<WrittenOff>()
  useFreshVisit(() => setDone(undefined))
  const card = useQuery(orpc.loans.card.queryOptions({ input: { loanId } }))
  const loan = card.data?.loan
  if (!loan) return <Complaint error={card.error} />
  return (
    <>
      <PageHead title={`${t(($) => $.loans.writeOff.title)}: ${loan.memberName}`} text={<LoanLine loan={loan} />} />
      {done && <Notice loan={loan} done={done} />}
      {!done && loan.state === 'disbursed' && <WriteOffForm loan={loan} onDone={setDone} />}
      {!done && loan.state !== 'disbursed' && <Text>{t(($) => $.loans.restructure.notRunning)}</Text>}
    </>
  )
}

interface Values {
  readonly number: string
  readonly on: string | null
  readonly by: 'rat' | 'board'
  readonly date: string | null
}

interface WriteOffFormProps {
  readonly loan: Loan
  readonly onDone: (done: WrittenOff) => void
}

function WriteOffForm({ loan, onDone }: WriteOffFormProps) {
  const { t, language } = useText()
  const { today } = useBook()
  const [isAsking, setAsking] = useState(false)
  const { loanId } = loan
  const initial: Values = { number: '', on: null, by: 'rat', date: today }
  const form = useEntryForm({
    initial,
    save: ({ number, on, by, date }, requestId) =>
      client.loans.writeOff({ requestId, loanId, date: date ?? '', decision: { number, on: on ?? '', by } }),
    onSaved: onDone,
    paths: { 'decision.number': 'number', 'decision.on': 'on', 'decision.by': 'by' },
  })
  const { number, on, date } = form.values
  const asked = date === null ? undefined : { loanId, date }
  const lost = useQuery({ ...orpc.loans.previewWriteOff.queryOptions({ input: asked ?? skipToken }), retry: false })
  const isComplete = number.trim() !== '' && on !== null && lost.data !== undefined && !lost.isError
  const save = async () => {
    if (form.questions.askFirst()) return
    // What is missing is said beside its field, before anything is asked.
    if (isComplete) setAsking(true)
    else await form.save()
  }
  return (
    <div className={classes.sideBySide}>
      <FormFrame
        form={{ ...form, save }}
        label={t(($) => $.loans.writeOff.title)}
        saveLabel={t(($) => $.loans.writeOff.save)}
      >
        <ChoiceField
          label={t(($) => $.loans.writeOff.by)}
          {...form.field('by')}
          choices={(['rat', 'board'] as const).map((value) => ({
            ...{ value, label: t(($) => $.loans.decidedBy[value]) },
          }))}
          autoFocus
        />
        <TextField
          label={t(($) => $.loans.writeOff.number)}
          description={t(($) => $.loans.writeOff.numberHint)}
          {...form.field('number')}
        />
        <DateField label={t(($) => $.loans.writeOff.on)} today={today} {...form.field('on')} />
        <DateField label={t(($) => $.loans.writeOff.date)} today={today} {...form.field('date')} />
      </FormFrame>
      <section aria-live="polite">
        <Complaint error={lost.error} />
        {lost.data && !lost.isError && <LostFigures lost={lost.data} />}
        <Text mt="sm">{t(($) => $.loans.writeOff.text)}</Text>
      </section>
      <ConfirmDialog
        isOpen={isAsking}
        title={t(($) => $.loans.writeOff.askTitle, { number: loan.number })}
        text={t(($) => $.loans.writeOff.ask, {
          ...{ amount: formatRupiah(lost.data?.principal ?? 0), member: loan.memberName },
          ...{ decision: number, on: formatDate(on ?? today, language) },
        })}
        yes={t(($) => $.loans.writeOff.yes)}
        no={t(($) => $.loans.payOff.no)}
        onYes={() => {
          setAsking(false)
          void form.save()
        }}
        onNo={() => setAsking(false)}
      />
    </div>
  )
}

function LostFigures({ lost }: { readonly lost: Lost }) {
  const { t } = useText()
  const parts = ['principal', 'interest', 'penalty', 'claim', 'fromAllowance', 'setAside'] as const
  return (
    <FigureTable
      label={t(($) => $.loans.writeOff.label)}
      lines={parts
        .filter((part) => part !== 'penalty' || lost.penalty > 0)
        .map((part) => ({
          title: t(($) => $.loans.writeOff.figure[part]),
          figures: [formatRupiah(lost[part])],
          isStrong: part === 'claim',
        }))}
    />
  )
}

function Notice({ loan, done }: { readonly loan: Loan; readonly done: WrittenOff }) {
  const { t, language } = useText()
  const [isReversed, setReversed] = useState(false)
  const warnings = useLoanWarnings(done.warnings)
  const { loanId, number, memberName: member } = loan
  return (
    <SavedPanel
      posted={done}
      sentence={t(($) => $.loans.writeOff.saved, { number, member, amount: formatRupiah(done.principal) })}
      warnings={warnings}
      onReversed={() => setReversed(true)}
    >
      {!isReversed && (
        <Text mt="sm">
          <PaperButton
            asked={{ report: 'writeOffMinutes', params: { loanId }, language }}
            label={t(($) => $.loans.papers.minutes)}
          />
        </Text>
      )}
      <Anchor component={Link} to={`/loans/card/${loanId}`} display="inline-block" mt="sm" underline="always">
        {t(($) => $.loans.form.card)}
      </Anchor>
    </SavedPanel>
  )
}
