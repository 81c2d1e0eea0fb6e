import { Alert, List, Text, Title } from '@mantine/core'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { formatPct } from '../../../../shared/rules/percent.ts'
import { FigureTable } from '../../../ui/display/FigureTable.tsx'
import { InstalmentTable } from '../../../ui/table/InstalmentTable.tsx'
import { useText } from '../../../ui/text.ts'
import { useLoanWarnings } from '../loan-words.ts'

export type Quote = Answers['loans']['preview']

interface LoanQuoteProps {
  readonly quote: Quote
  readonly principal: number
}

const kinds = ['provision', 'administration', 'insurance', 'loanSavings', 'stamp'] as const

/** What the member receives, pays back and really pays for it, before anything is signed. */
export function LoanQuote({ quote, principal }: LoanQuoteProps) {
  const { t, language } = useText()
  const { schedule, totals, deductions, netPayout } = quote
  const money = (title: string, amount: number) => ({ title, figures: [formatRupiah(amount)] })
  const rate = (title: string, pct: string) => ({
    title,
    figures: [t(($) => $.loans.pct, { pct: formatPct(pct, language) })],
  })
  const lines = [
    money(
      t(($) => $.loans.preview.principal),
      principal,
    ),
    ...kinds
      .filter((kind) => deductions[kind] > 0)
      .map((kind) =>
        money(
          t(($) => $.loans.preview[kind]),
          deductions[kind],
        ),
      ),
    {
      ...money(
        t(($) => $.loans.preview.netPayout),
        netPayout,
      ),
      isStrong: true,
    },
    money(
      t(($) => $.loans.preview.first),
      schedule[0]?.payment ?? 0,
    ),
    money(
      t(($) => $.loans.preview.last),
      schedule.at(-1)?.payment ?? 0,
    ),
    money(
      t(($) => $.loans.preview.interest),
      totals.interest,
    ),
    money(
      t(($) => $.loans.preview.payment),
      totals.payment,
    ),
    rate(
      t(($) => $.loans.preview.flat),
      quote.flatPctPerMonth,
    ),
    rate(
      t(($) => $.loans.preview.effective),
      quote.effectivePctPerMonth,
    ),
  ]
  return (
    <>
      <QuoteWarnings codes={quote.warnings} />
      <FigureTable label={t(($) => $.loans.preview.label)} lines={lines} />
      <Title order={2} size="h4" mt="md" mb="xs">
        {t(($) => $.loans.preview.schedule)}
      </Title>
      <InstalmentTable label={t(($) => $.loans.preview.schedule)} rows={schedule} totals={totals} maxHeight="20rem" />
    </>
  )
}

function QuoteWarnings({ codes }: { readonly codes: readonly string[] }) {
  const { t } = useText()
  const sentences = useLoanWarnings(codes)
  if (sentences.length === 0) return null
  return (
    <Alert color="yellow" variant="light" role="status" mb="sm" maw="44rem">
      <Text fw={600} c="dark.9">
        {t(($) => $.loans.preview.warnings)}
      </Text>
      <List c="dark.9">
        {sentences.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </Alert>
  )
}
