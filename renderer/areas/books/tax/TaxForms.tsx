import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { formatMonth, lastDayOfMonth, monthOf } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { useAsked } from '../../../app/use-asked.ts'
import { client } from '../../../client.ts'
import { Done, useSaid } from '../../../ui/display/Done.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { CountField } from '../../../ui/fields/NumberField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { dayInOpenMonth } from './day-in-open-month.ts'
import classes from './tax.module.css'
import { Withheld } from './Withheld.tsx'

type Sheet = Answers['tax']['sheet']

const regimes = ['final_0_5', 'article_31e', 'none'] as const
type Regime = (typeof regimes)[number]

interface TaxFormsProps {
  readonly sheet: Sheet
  readonly onPosted: (posted: Answers['tax']['post']) => void
}

/** Which tax the year is under, and recording what a month owes. */
export function TaxForms({ sheet, onPosted }: TaxFormsProps) {
  return (
    <div className={classes.forms}>
      <RegimeForm sheet={sheet} />
      {sheet.regime === 'final_0_5' && <PostForm sheet={sheet} onPosted={onPosted} />}
    </div>
  )
}

interface RegimeValues {
  readonly regime: Regime | ''
  readonly startYear: number | null
}

function RegimeForm({ sheet: { year, regime, startYear } }: { readonly sheet: Sheet }) {
  const { t } = useText()
  const [said, say] = useSaid()
  const form = useEntryForm({
    initial: { regime: regime ?? '', startYear } as RegimeValues,
    save: (values, requestId) =>
      client.tax.setRegime({
        ...{ requestId, year, regime: values.regime as Regime },
        ...(values.regime === 'final_0_5' && values.startYear !== null && { startYear: values.startYear }),
      }),
    onSaved: (answer, values) => {
      form.reset({ ...values, startYear: answer.startYear })
      const decided = answer.regime
      if (decided) say(t(($) => $.tax.regimeSaved, { year, regime: t(($) => $.tax.regimes[decided]) }))
    },
  })
  return (
    <div>
      <Done key={said.count} sentence={said.sentence} />
      <FormFrame form={form} label={t(($) => $.tax.regime)} saveLabel={t(($) => $.tax.saveRegime)}>
        <ChoiceField
          label={t(($) => $.tax.regime)}
          {...form.field('regime')}
          none={t(($) => $.tax.undecided)}
          choices={regimes.map((value) => ({ value, label: t(($) => $.tax.regimes[value]) }))}
        />
        {form.values.regime === 'final_0_5' && (
          <CountField
            label={t(($) => $.tax.startYear)}
            description={t(($) => $.tax.startYearText)}
            {...form.field('startYear')}
          />
        )}
      </FormFrame>
    </div>
  )
}

interface PostValues {
  readonly month: string
  readonly date: string | null
}

function PostForm({ sheet: { rows }, onPosted }: TaxFormsProps) {
  const { t, language } = useText()
  const { today } = useBook()
  const open = rows.filter(({ missing, month }) => missing !== 0 && lastDayOfMonth(month) <= today)
  const asked = useAsked()
  const months = useQuery(orpc.periods.list.queryOptions({ input: {} })).data?.rows
  const dayFor = (month: string) => {
    const since = open.find((row) => row.month === month)?.since ?? lastDayOfMonth(month)
    return dayInOpenMonth(monthOf(since), months ?? [], today)
  }
  const first = (open.find(({ month }) => month === asked.month) ?? open[0])?.month ?? ''
  const form = useEntryForm({
    initial: { month: first, date: null } as PostValues,
    save: ({ month, date }, requestId) => client.tax.post({ requestId, month, date: date ?? '' }),
    onSaved: onPosted,
  })
  const { month: chosenMonth } = form.values
  const offerDate = form.offer('date')
  // biome-ignore lint/correctness/useExhaustiveDependencies: a day is proposed once it is known which months are locked
  useEffect(() => {
    if (months && chosenMonth !== '') offerDate(dayFor(chosenMonth))
  }, [months === undefined, chosenMonth])
  if (open.length === 0) return <Text>{t(($) => $.tax.nothing)}</Text>
  const { onChange, ...month } = form.field('month')
  const chosen = open.find((row) => row.month === chosenMonth)
  const named = (row: Sheet['rows'][number]) =>
    t(($) => $.tax[row.posted ? 'postDifference' : 'postLine'], {
      ...{ month: formatMonth(row.month, language), amount: formatRupiah(row.missing) },
    })
  return (
    <FormFrame form={form} label={t(($) => $.tax.postTitle)} saveLabel={t(($) => $.tax.post)}>
      <ChoiceField
        label={t(($) => $.tax.postMonth)}
        {...month}
        onChange={onChange}
        none={t(($) => $.tax.postNone)}
        choices={open.map((row) => ({ value: row.month, label: named(row) }))}
      />
      {chosen && <Withheld amount={chosen.missing} withheld={chosen.withheld} />}
      <DateField
        label={t(($) => $.tax.date)}
        description={t(($) => $.tax.dateText)}
        today={today}
        anyDay
        {...form.field('date')}
      />
    </FormFrame>
  )
}
