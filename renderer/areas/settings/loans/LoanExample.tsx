import { Alert, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { formatDate } from '../../../../shared/calendar.ts'
import { deducted } from '../../../../shared/rules/loan-deductions.ts'
import { formatRupiah, sen } from '../../../../shared/rules/money.ts'
import { formatPct } from '../../../../shared/rules/percent.ts'
import { useBook } from '../../../app/session.tsx'
import { type FigureLine, FigureTable } from '../../../ui/display/FigureTable.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { CountField } from '../../../ui/fields/NumberField.tsx'
import { useText } from '../../../ui/text.ts'
import classes from '../settings.module.css'
import { type LoanExample as Example, exampleDaysLate, examplePaid, loanExample } from './loan-example.ts'
import type { LoanProductValues } from './product-values.ts'

/** What the rules in the form make of a loan, while they are typed. */
export function LoanExample({ values }: { readonly values: LoanProductValues }) {
  const { t } = useText()
  const { today } = useBook()
  const [principal, setPrincipal] = useState<number | null>(1_000_000_00)
  const [months, setMonths] = useState<number | null>(10)
  const example =
    principal !== null && principal > 0 && months !== null && months > 0
      ? loanExample(values, { principal: sen(principal), months, disbursedOn: today })
      : undefined
  return (
    <section aria-labelledby="loan-example" className={classes.example}>
      <Title order={2} size="h4" mb="xs" id="loan-example">
        {t(($) => $.loanRules.example.title)}
      </Title>
      <div className={classes.pair}>
        <MoneyField
          label={t(($) => $.loanRules.example.principal)}
          value={principal}
          onChange={setPrincipal}
          withoutWords
        />
        <CountField
          label={t(($) => $.loanRules.example.months)}
          unit={t(($) => $.loans.months)}
          value={months}
          onChange={setMonths}
        />
      </div>
      {example ? <Figures example={example} /> : <Text mt="md">{t(($) => $.loanRules.example.none)}</Text>}
    </section>
  )
}

function Figures({ example }: { readonly example: Example }) {
  const { t } = useText()
  const lines = useFigureLines(example)
  return (
    <div aria-live="polite" className={classes.figures}>
      {example.quote.warnings.length > 0 && (
        <Alert color="yellow" variant="light" my="sm">
          <Text c="dark.9">{t(($) => $.loanRules.example.ceiling)}</Text>
        </Alert>
      )}
      <FigureTable label={t(($) => $.loanRules.example.label)} lines={lines} />
    </div>
  )
}

function useFigureLines({ quote, firstDueOn, penalty, payoff }: Example): FigureLine[] {
  const { t, language } = useText()
  const { rows, totals } = quote.schedule
  const line = (title: string, figure: string): FigureLine => ({ title, figures: [figure] })
  const money = (title: string, amount: number) => line(title, formatRupiah(sen(amount)))
  const off = deducted(quote.deductions)
  const words = {
    deductions: t(($) => $.loanRules.example.deductions),
    net: t(($) => $.loanRules.example.net),
    first: t(($) => $.loanRules.example.first, { date: formatDate(firstDueOn, language) }),
    last: t(($) => $.loanRules.example.last),
    count: t(($) => $.loanRules.example.count),
    interest: t(($) => $.loanRules.example.interest),
    effective: t(($) => $.loanRules.example.effective),
    penalty: t(($) => $.loanRules.example.penalty, { days: exampleDaysLate }),
    payoff: t(($) => $.loanRules.example.payoff, { count: examplePaid }),
  }
  return [
    ...(off > 0 ? [money(words.deductions, off)] : []),
    money(words.net, quote.netPayout),
    { ...money(words.first, rows[0]?.payment ?? 0), isStrong: true },
    money(words.last, rows.at(-1)?.payment ?? 0),
    line(words.count, String(rows.length)),
    money(words.interest, totals.interest),
    line(
      words.effective,
      t(($) => $.loans.pct, { pct: formatPct(quote.effectivePctPerMonth, language) }),
    ),
    penalty > 0
      ? money(words.penalty, penalty)
      : line(
          words.penalty,
          t(($) => $.loanRules.example.noPenalty),
        ),
    ...(payoff === undefined ? [] : [money(words.payoff, payoff)]),
  ]
}
