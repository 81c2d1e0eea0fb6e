import { Alert, Button, Group, List, Text, Title } from '@mantine/core'
import { Link } from 'react-router'
import { formatDate, formatMonth, lastDayOfMonth } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { useProductNames } from '../../../app/product-names.ts'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import classes from '../savings.module.css'
import { InterestSummary } from './InterestSummary.tsx'

type Preview = Answers['savings']['previewInterest']
type Row = Preview['rows'][number]

interface InterestToBookProps {
  readonly preview: Preview
  readonly isPassed: boolean
  readonly onBooked: () => void
}

/** What a month's interest comes to before it is booked: what is missing, the sums, the button, and each account. */
export function InterestToBook({ preview, isPassed, onBooked }: InterestToBookProps) {
  const { t, language } = useText()
  const { month, totals, rows, withoutRate, taxShort, isOver } = preview
  const end = lastDayOfMonth(month)
  return (
    <>
      {withoutRate.length > 0 && <WithoutRate products={withoutRate} />}
      {!isOver && <Text mb="sm">{t(($) => $.savingsInterest.notOver, { date: formatDate(end, language) })}</Text>}
      {isPassed && <Text mb="sm">{t(($) => $.savingsInterest.passed, { month: formatMonth(month, language) })}</Text>}
      {totals.accounts === 0 ? (
        <Text>{t(($) => $.savingsInterest.none)}</Text>
      ) : (
        <div className={classes.sideBySide}>
          <div>
            <InterestSummary month={month} totals={totals} />
            <Text mt="sm" c="gray.7">
              {t(($) => $.savingsInterest.taxRule)}
            </Text>
            {taxShort > 0 && (
              <Text mt="sm">{t(($) => $.savingsInterest.taxShort, { amount: formatRupiah(taxShort) })}</Text>
            )}
          </div>
          {isOver && !isPassed && <BookForm preview={preview} onBooked={onBooked} />}
        </div>
      )}
      {rows.length > 0 && <Accounts preview={preview} />}
    </>
  )
}

function WithoutRate({ products }: { readonly products: Preview['withoutRate'] }) {
  const { t } = useText()
  const nameOf = useProductNames()
  const named = products.map(({ product, name, balance }) => ({ product, name: nameOf(product, name), balance }))
  return (
    <Alert color="yellow" variant="light" role="status" mb="md" maw="56rem">
      <Text fw={600} c="dark.9">
        {t(($) => $.savingsInterest.withoutRate)}
      </Text>
      <List c="dark.9">
        {named.map(({ product, name, balance }) => (
          <List.Item key={product}>
            {t(($) => $.savingsInterest.withoutRateLine, { product: name, balance: formatRupiah(balance) })}
          </List.Item>
        ))}
      </List>
      <Text c="dark.9">{t(($) => $.savingsInterest.withoutRateText)}</Text>
      <Group gap="sm" mt="xs">
        {named.map(({ product, name }) => (
          <Button key={product} component={Link} to={`/settings/products/${product}`} variant="default" size="sm">
            {t(($) => $.savingsInterest.setRate, { product: name })}
          </Button>
        ))}
      </Group>
    </Alert>
  )
}

function BookForm({ preview: { month }, onBooked }: Omit<InterestToBookProps, 'isPassed'>) {
  const { t, language } = useText()
  const { today } = useBook()
  const form = useEntryForm({
    initial: { date: lastDayOfMonth(month) as string | null },
    save: ({ date }, requestId) => client.savings.accrueInterest({ requestId, month, date: date ?? '' }),
    onSaved: onBooked,
  })
  const label = t(($) => $.savingsInterest.save, { month: formatMonth(month, language) })
  return (
    <FormFrame form={form} label={label} saveLabel={label}>
      <DateField
        label={t(($) => $.savingsInterest.date)}
        description={t(($) => $.savingsInterest.dateHint)}
        today={today}
        anyDay
        {...form.field('date')}
      />
    </FormFrame>
  )
}

function Accounts({ preview: { rows, totals } }: { readonly preview: Preview }) {
  const { t } = useText()
  const title = t(($) => $.savingsInterest.list)
  const columns = useColumns(rows.some(({ accrued, paidTo }) => accrued || paidTo !== null))
  const { gross, tax, net } = totals
  return (
    <>
      <Title order={2} size="h4" mt="lg" mb="xs">
        {title}
      </Title>
      <DataTable
        label={title}
        rows={rows}
        rowKey={({ savingsAccountId }) => savingsAccountId}
        columns={columns}
        totals={{ gross, tax, net }}
        maxHeight="28rem"
      />
    </>
  )
}

function useColumns(hasTerms: boolean): readonly Column<Row>[] {
  const { t } = useText()
  const nameOf = useProductNames()
  const whereTo = ({ accrued, paidTo }: Row) => {
    if (accrued) return t(($) => $.savingsInterest.putAside)
    return t(($) => $.savingsInterest[paidTo === null ? 'here' : 'elsewhere'])
  }
  return [
    {
      key: 'member',
      title: t(($) => $.savingsInterest.col.member),
      width: 'minmax(11rem, 2fr)',
      value: (row) => `${row.memberName} (${row.memberNumber})`,
    },
    { key: 'product', title: t(($) => $.savingsInterest.col.product), value: (row) => nameOf(row.product) },
    {
      key: 'number',
      title: t(($) => $.savingsInterest.col.number),
      kind: 'code',
      width: '8rem',
      value: (row) => row.number,
    },
    { key: 'base', title: t(($) => $.savingsInterest.col.base), kind: 'money', value: (row) => row.base },
    { key: 'gross', title: t(($) => $.savingsInterest.col.gross), kind: 'money', value: (row) => row.gross },
    { key: 'tax', title: t(($) => $.savingsInterest.col.tax), kind: 'money', value: (row) => row.tax },
    { key: 'net', title: t(($) => $.savingsInterest.col.netOfTax), kind: 'money', value: (row) => row.net },
    ...(hasTerms
      ? [{ key: 'where', title: t(($) => $.savingsInterest.col.where), width: '9rem', value: whereTo } as const]
      : []),
  ]
}
