import { Checkbox, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { yearOf } from '../../../shared/calendar.ts'
import { buyerKinds, lookGroups } from '../../../shared/rules/sales-look.ts'
import { AccountSearch } from '../../app/AccountSearch.tsx'
import { CashAccountSelect } from '../../app/CashAccountSelect.tsx'
import { ItemPicker } from '../../app/ItemPicker.tsx'
import { orpc } from '../../app/queries.ts'
import { useBook } from '../../app/session.tsx'
import { UnitSelect } from '../../app/UnitSelect.tsx'
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { PeriodFields } from '../../ui/fields/PeriodFields.tsx'
import { useText } from '../../ui/text.ts'
import { type Choice, type MenuReport, menu } from './report-choice.ts'
import classes from './reports.module.css'

interface ChoiceFieldsProps {
  readonly report: MenuReport
  readonly choice: Choice
  readonly onChange: (choice: Choice) => void
}

const byPeriod: readonly MenuReport[] = [
  'surplus',
  'equityChanges',
  'cashFlow',
  'cashBook',
  'journal',
  'ledgerAccount',
  'sales',
  'stockCard',
  'programIndicators',
]
const byUnit: readonly MenuReport[] = [
  'balanceSheet',
  'surplus',
  'equityChanges',
  'cashFlow',
  'trialBalance',
  'budgetPlan',
  'budgetComparison',
  'journal',
]

/** What is made for the meeting of members, and for the government office after it, is asked for by book year. */
const byYear: readonly MenuReport[] = [...menu.meeting, 'governmentAnnual', 'supervisionIndicators']

const byPlace: readonly MenuReport[] = ['stockCard', 'stockList']

/** Reports of a month are asked for by any day in it. */
const byMonth: readonly MenuReport[] = ['interestRun', 'withholdingList']

function dayLabel(report: MenuReport): 'day' | 'date' | 'dayOfMonth' | 'dayOfQuarter' | 'asOf' {
  if (byMonth.includes(report)) return 'dayOfMonth'
  if (report === 'governmentQuarterly') return 'dayOfQuarter'
  if (report === 'salesRecap') return 'date'
  return report === 'collectionForm' ? 'day' : 'asOf'
}

/** What a report wants to know: a day or a period, which account, which unit. */
export function ChoiceFields({ report, choice, onChange }: ChoiceFieldsProps) {
  const { t } = useText()
  const { today } = useBook()
  const set = (part: Partial<Choice>) => onChange({ ...choice, ...part })
  return (
    <Group align="flex-start" gap="sm">
      {report === 'cashBook' && (
        <div className={classes.account}>
          <CashAccountSelect
            label={t(($) => $.reporting.cashAccount)}
            value={choice.cashAccount}
            onChange={(cashAccount) => set({ cashAccount })}
          />
        </div>
      )}
      {report === 'ledgerAccount' && (
        <div className={classes.account}>
          <AccountSearch
            label={t(($) => $.reporting.account)}
            value={choice.account}
            onChange={(account) => set({ account })}
            autoFocus
          />
        </div>
      )}
      {report === 'stockCard' && (
        <div className={classes.account}>
          <ItemPicker
            label={t(($) => $.reporting.item)}
            placeholder={t(($) => $.trade.partner.hint)}
            value={choice.item}
            onChange={(item) => set({ item })}
            autoFocus
          />
        </div>
      )}
      {byPeriod.includes(report) && <PeriodFields value={choice} onChange={set} today={today} />}
      {byYear.includes(report) && <YearChoice report={report} choice={choice} onChange={set} />}
      {!byPeriod.includes(report) && !byYear.includes(report) && (
        <DateField
          label={t(($) => $.reporting[dayLabel(report)])}
          value={choice.asOf}
          onChange={(asOf) => asOf !== null && set({ asOf })}
          today={today}
          anyDay
          whenDone
        />
      )}
      {report === 'shuMembers' && (
        <Checkbox
          mt="xl"
          label={t(($) => $.reporting.signatures)}
          checked={choice.hasSignatures}
          onChange={(event) => set({ hasSignatures: event.currentTarget.checked })}
        />
      )}
      {byUnit.includes(report) && (
        <UnitSelect value={choice.unit} onChange={(unit) => set({ unit })} all={t(($) => $.reporting.allUnits)} />
      )}
      {byPlace.includes(report) && <PlaceChoice choice={choice} onChange={set} />}
      {report === 'sales' && <SalesChoice choice={choice} onChange={set} />}
    </Group>
  )
}

interface ChoicePartProps {
  readonly choice: Choice
  readonly onChange: (part: Partial<Choice>) => void
}

/** One of the years that have entries; a plan is made for the year to come too. */
function YearChoice({ report, choice, onChange }: ChoicePartProps & { readonly report: MenuReport }) {
  const { t } = useText()
  const { today } = useBook()
  const { data } = useQuery(orpc.closing.years.queryOptions())
  const next = report === 'budgetPlan' ? [yearOf(today) + 1] : []
  const years = new Set([choice.year, ...next, ...(data?.rows ?? []).map(({ year }) => year)])
  return (
    <ChoiceField
      label={t(($) => $.reporting.year)}
      value={String(choice.year)}
      onChange={(year: string) => onChange({ year: Number(year) })}
      choices={[...years].sort((a, b) => b - a).map((year) => ({ value: String(year), label: String(year) }))}
    />
  )
}

/** Goods at one place, or everywhere. */
function PlaceChoice({ choice, onChange }: ChoicePartProps) {
  const { t } = useText()
  const { data } = useQuery(orpc.trade.locations.queryOptions())
  return (
    <ChoiceField
      label={t(($) => $.shop.places.place)}
      value={choice.place ?? ''}
      onChange={(place: string) => onChange({ place: place === '' ? undefined : place })}
      none={t(($) => $.shop.card.everywhere)}
      choices={(data?.rows ?? []).map(({ locationId, name }) => ({ value: locationId, label: name }))}
    />
  )
}

/** Sales as the look at them groups them: by item, way, month, maker or buyer, and to whom. */
function SalesChoice({ choice: { by, buyer }, onChange }: ChoicePartProps) {
  const { t } = useText()
  return (
    <>
      <ChoiceField
        label={t(($) => $.salesLook.by)}
        value={by ?? ''}
        onChange={(next: NonNullable<Choice['by']> | '') => onChange({ by: next === '' ? undefined : next })}
        none={t(($) => $.salesLook.itemAndBuyer)}
        choices={lookGroups.map((value) => ({ value, label: t(($) => $.salesLook.bys[value]) }))}
      />
      {by !== undefined && (
        <ChoiceField
          label={t(($) => $.salesLook.bys.buyer)}
          value={buyer ?? ''}
          onChange={(next: NonNullable<Choice['buyer']> | '') => onChange({ buyer: next === '' ? undefined : next })}
          none={t(($) => $.salesLook.everybody)}
          choices={buyerKinds.map((value) => ({ value, label: t(($) => $.salesLook.buyer[value]) }))}
        />
      )}
    </>
  )
}
