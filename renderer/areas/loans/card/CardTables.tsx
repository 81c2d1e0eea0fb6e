import { Text, Title } from '@mantine/core'
import { useNavigate } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import { useBook } from '../../../app/session.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import { instalmentNote } from '../payment/instalment-note.ts'

type Card = Answers['loans']['card']
type Instalment = Card['schedule'][number]
type Movement = Card['rows'][number]

/** What falls due and what of it is unpaid. */
export function ScheduleRows({ card: { schedule, loan } }: { readonly card: Card }) {
  const { t } = useText()
  const { today } = useBook()
  const note = (row: Instalment) => {
    // What is not owed here any more was not paid: it is owed on the loan it goes on as.
    if (loan.restructuredBy) return ''
    const standing = instalmentNote(row, today)
    if (standing.note === 'late') return t(($) => $.loans.card.lateDays, { days: standing.days })
    const { note: word } = standing
    return word === 'open' ? '' : t(($) => $.loans.card[word])
  }
  const columns: readonly Column<Instalment>[] = [
    { key: 'n', title: t(($) => $.loans.card.n), kind: 'number', value: ({ n }) => n },
    { key: 'dueOn', title: t(($) => $.loans.card.dueOn), kind: 'date', value: ({ dueOn }) => dueOn },
    { key: 'principal', title: t(($) => $.loans.card.columnPrincipal), kind: 'money', value: (row) => row.principal },
    { key: 'interest', title: t(($) => $.loans.card.columnInterest), kind: 'money', value: (row) => row.interest },
    { key: 'payment', title: t(($) => $.loans.card.columnPayment), kind: 'money', value: (row) => row.payment },
    { key: 'unpaid', title: t(($) => $.loans.card.unpaid), kind: 'money', hideZero: true, value: (row) => row.unpaid },
    { key: 'note', title: t(($) => $.loans.card.note), width: 'minmax(9rem, 1fr)', value: note },
  ]
  const title = loan.restructuredBy ? t(($) => $.loans.card.oldSchedule) : t(($) => $.loans.card.schedule)
  return (
    <section>
      <Title order={2} size="h4" mt="md" mb="xs">
        {title}
      </Title>
      <DataTable
        label={title}
        columns={columns}
        rows={schedule}
        rowKey={({ n }) => String(n)}
        isMuted={({ unpaid }) => unpaid === 0}
        maxHeight="24rem"
      />
      {schedule.some(({ interest, agreedInterest }) => interest < agreedInterest) && (
        <Text c="gray.7" mt="xs">
          {t(($) => $.loans.card.paidAhead)}
        </Text>
      )}
    </section>
  )
}

/** Every voucher of the loan, split as it was paid, with what was owed after it. */
export function MovementRows({ card: { rows } }: { readonly card: Card }) {
  const { t } = useText()
  const navigate = useNavigate()
  const columns: readonly Column<Movement>[] = [
    { key: 'date', title: t(($) => $.loans.card.date), kind: 'date', value: ({ date }) => date },
    {
      key: 'voucher',
      title: t(($) => $.loans.card.voucher),
      kind: 'code',
      width: '10rem',
      value: ({ voucher }) => voucher,
    },
    {
      key: 'description',
      title: t(($) => $.loans.card.description),
      width: 'minmax(11rem, 2fr)',
      value: ({ description }) => description,
    },
    {
      key: 'disbursed',
      title: t(($) => $.loans.card.disbursed),
      kind: 'money',
      hideZero: true,
      value: (row) => row.disbursed,
    },
    {
      key: 'principal',
      title: t(($) => $.loans.card.paidPrincipal),
      kind: 'money',
      hideZero: true,
      value: (row) => row.principal,
    },
    {
      key: 'interest',
      title: t(($) => $.loans.card.paidInterest),
      kind: 'money',
      hideZero: true,
      value: (row) => row.interest,
    },
    ...(['penalty', 'held', 'transferred', 'writtenOff', 'recovered'] as const)
      .filter((key) => rows.some((row) => row[key] !== 0))
      .map(
        (key): Column<Movement> => ({
          ...{ key, title: t(($) => $.loans.card.moved[key]), kind: 'money', hideZero: true, value: (row) => row[key] },
        }),
      ),
    { key: 'balance', title: t(($) => $.loans.card.balance), kind: 'money', value: ({ balance }) => balance },
  ]
  const title = t(($) => $.loans.card.movements)
  return (
    <section>
      <Title order={2} size="h4" mt="md" mb="xs">
        {title}
      </Title>
      {rows.length === 0 ? (
        <Text c="gray.7">{t(($) => $.loans.card.noMovements)}</Text>
      ) : (
        <DataTable
          label={title}
          columns={columns}
          rows={rows}
          rowKey={({ entryId }) => entryId}
          onOpen={({ entryId }) => void navigate(`/books/entry/${entryId}`)}
          opens={t(($) => $.ui.saved.journal)}
          maxHeight="24rem"
        />
      )}
    </section>
  )
}
