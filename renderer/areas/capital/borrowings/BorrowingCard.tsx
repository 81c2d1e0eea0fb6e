import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { formatDate } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { AttachmentPanel } from '../../../app/attachments/AttachmentPanel.tsx'
import { orpc } from '../../../app/queries.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { KeyFigure, KeyFigures } from '../../../ui/display/KeyFigures.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import { EntriesTable } from '../EntriesTable.tsx'
import { LinkButton } from '../LinkButton.tsx'
import { isContribution, useKindName } from './use-borrowings.ts'

type Card = Answers['capital']['borrowing']

/** One borrowing or modal penyertaan: what is owed, its schedule, every voucher, and the papers. */
export function BorrowingCard() {
  const { t, language } = useText()
  const { borrowingId = '' } = useParams()
  const kindName = useKindName()
  const { data, error } = useQuery(orpc.capital.borrowing.queryOptions({ input: { borrowingId } }))
  if (!data) return <Complaint error={error} />
  const isOurs = isContribution(data)
  const about = [
    ...[kindName(data.kind), t(($) => $.capital.borrowingCard.taken, { date: formatDate(data.startsOn, language) })],
    ...(data.agreementNumber === null ? [] : [data.agreementNumber]),
  ]
  return (
    <>
      <PageHead
        title={`${data.number} ${data.lender}`}
        text={about.join(', ')}
        actions={(data.owed > 0 || data.shareLeft > 0) && <Action card={data} isContribution={isOurs} />}
      />
      {(['covenant', 'collateral'] as const).map(
        (key) =>
          data[key] !== null && (
            <Text key={key} c="gray.7" mb="xs">
              {t(($) => $.capital.borrowingCard[key])}: {data[key]}
            </Text>
          ),
      )}
      <Figures card={data} isContribution={isOurs} />
      {data.schedule.length > 0 && <Schedule card={data} />}
      <Entries card={data} />
      <AttachmentPanel subject={{ kind: 'borrowing', id: borrowingId }} />
    </>
  )
}

interface OfCard {
  readonly card: Card
  readonly isContribution: boolean
}

function Action({ card: { borrowingId, kind, owed, shareLeft }, isContribution }: OfCard) {
  const { t } = useText()
  return isContribution ? (
    <>
      {owed > 0 && (
        <LinkButton
          to={`/funds/borrowings/give-back?borrowing=${borrowingId}`}
          label={t(($) => $.capital.borrowingCard.giveBack)}
          isFirst
        />
      )}
      {(kind === '27201' || shareLeft > 0) && (
        <LinkButton
          to={`/funds/borrowings/share?borrowing=${borrowingId}`}
          label={t(($) => $.capital.borrowingCard[shareLeft > 0 ? 'payShare' : 'share'])}
        />
      )}
    </>
  ) : (
    <LinkButton
      to={`/funds/borrowings/repay?borrowing=${borrowingId}`}
      label={t(($) => $.capital.borrowingCard.repay)}
      isFirst
    />
  )
}

function Figures({ card, isContribution }: OfCard) {
  const { t, language } = useText()
  const { nextDue, overdue } = card
  return (
    <KeyFigures>
      <KeyFigure label={t(($) => $.capital.borrowingCard.received)} figure={formatRupiah(card.principal)} />
      <KeyFigure label={t(($) => $.capital.borrowingCard.owed)} figure={formatRupiah(card.owed)} />
      {!isContribution && (
        <KeyFigure label={t(($) => $.capital.borrowings.currentPart)} figure={formatRupiah(card.currentPart)} />
      )}
      {nextDue && (
        <KeyFigure
          label={t(($) => $.capital.borrowings.next)}
          figure={formatRupiah(nextDue.principal + nextDue.interest)}
          note={formatDate(nextDue.dueOn, language)}
        />
      )}
      {overdue > 0 && <KeyFigure label={t(($) => $.capital.borrowings.overdue)} figure={formatRupiah(overdue)} />}
      {card.interestPaid > 0 && (
        <KeyFigure label={t(($) => $.capital.borrowingCard[paidOf(card)])} figure={formatRupiah(card.interestPaid)} />
      )}
      {card.shareLeft > 0 && (
        <KeyFigure label={t(($) => $.capital.borrowingCard.shareLeft)} figure={formatRupiah(card.shareLeft)} />
      )}
    </KeyFigures>
  )
}

/** Capital earns no interest: what it is paid is its part of surpluses. */
function paidOf({ kind }: Card): 'sharePaid' | 'interestPaid' {
  return kind === '33101' ? 'sharePaid' : 'interestPaid'
}

function Schedule({ card: { schedule } }: { readonly card: Card }) {
  const { t } = useText()
  const title = t(($) => $.capital.borrowingCard.schedule)
  const columns: readonly Column<Card['schedule'][number]>[] = [
    { key: 'n', title: t(($) => $.ui.instalments.n), kind: 'number', value: ({ n }) => n },
    { key: 'dueOn', title: t(($) => $.capital.borrowingCard.dueOn), kind: 'date', value: ({ dueOn }) => dueOn },
    {
      key: 'principal',
      title: t(($) => $.capital.borrowingCard.principal),
      kind: 'money',
      value: ({ principal }) => principal,
    },
    {
      key: 'interest',
      title: t(($) => $.capital.borrowingCard.interest),
      kind: 'money',
      value: ({ interest }) => interest,
    },
    {
      key: 'payment',
      title: t(($) => $.capital.borrowingCard.payment),
      kind: 'money',
      value: ({ principal, interest }) => principal + interest,
    },
  ]
  return (
    <section>
      <Title order={2} size="h4" mt="md" mb="xs">
        {title}
      </Title>
      <DataTable label={title} columns={columns} rows={schedule} rowKey={({ n }) => String(n)} maxHeight="22rem" />
    </section>
  )
}

type Move = Card['rows'][number]

function Entries({ card: { kind, rows } }: { readonly card: Card }) {
  const { t } = useText()
  const isCapital = kind === '33101'
  const amount = (key: 'received' | 'principal' | 'share' | 'interest', title: string): Column<Move> => ({
    ...{ key, title, kind: 'money', hideZero: true, value: (row) => row[key] },
  })
  return (
    <EntriesTable
      title={t(($) => $.capital.borrowingCard.entries)}
      rows={rows}
      amounts={[
        amount(
          'received',
          t(($) => $.capital.borrowingCard.received),
        ),
        amount(
          'principal',
          t(($) => $.capital.borrowingCard.principal),
        ),
        ...(isCapital
          ? [
              amount(
                'share',
                t(($) => $.capital.borrowingCard.shareGiven),
              ),
            ]
          : []),
        amount(
          'interest',
          t(($) => $.capital.borrowingCard[isCapital ? 'paid' : 'interest']),
        ),
        { key: 'owed', title: t(($) => $.capital.borrowingCard.owed), kind: 'money', value: ({ owed }) => owed },
      ]}
    />
  )
}
