import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { basketSums, handedOver } from '../../../../shared/rules/basket.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { MemberSearch } from '../../../app/MemberSearch.tsx'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import type { EntryForm } from '../../../ui/form/entry-form.ts'
import { useText } from '../../../ui/text.ts'
import { PartnerSearch } from '../partners/PartnerSearch.tsx'
import classes from '../trade.module.css'
import {
  type BasketValues,
  isMemberSale,
  keptOf,
  needsPartner,
  payingWays,
  reckonedLines,
  staysOwed,
} from './basket-lines.ts'

/** Who buys, and how it is paid. */
export function Paying({ form }: { readonly form: EntryForm<BasketValues> }) {
  const { t } = useText()
  const { today } = useBook()
  const { values } = form
  const { way } = values
  const isCountedBlind = useCountedBlind()
  return (
    <div className={classes.paying}>
      {way !== 'marketplace' && (
        <MemberSearch
          label={t(($) => $.trade.sell.member)}
          description={t(($) => $.trade.sell.memberText)}
          {...form.field('member')}
        />
      )}
      <ChoiceField
        label={t(($) => $.trade.sell.way)}
        {...form.field('way')}
        choices={payingWays.map((value) => ({ value, label: t(($) => $.trade.sell.ways[value]) }))}
      />
      {needsPartner(values) && (
        <PartnerSearch
          key={way}
          kind={way === 'marketplace' ? 'marketplace' : 'customer'}
          label={t(($) => (way === 'marketplace' ? $.trade.partnerKind.marketplace : $.trade.sell.customer))}
          {...form.field('partner')}
        />
      )}
      {way === 'marketplace' && <Kept form={form} />}
      {way === 'cash' && (
        <MoneyField
          label={t(($) => $.trade.sell.given)}
          description={t(($) => $.trade.sell.givenText)}
          {...form.field('given')}
          withoutWords
        />
      )}
      {staysOwed(values) && (
        <DateField
          label={t(($) => $.trade.dueOn)}
          description={t(($) => $.trade.dueOnText)}
          today={today}
          {...form.field('dueOn')}
          anyDay
        />
      )}
      <DateField label={t(($) => $.trade.date)} today={today} {...form.field('date')} />
      {way === 'cash' && (
        <CashAccountSelect
          label={t(($) => $.trade.sell.into)}
          onHandOnly
          withoutBalance={isCountedBlind}
          {...form.field('cashAccount')}
          onOffer={form.offer('cashAccount')}
        />
      )}
      {way === 'bank' && (
        <CashAccountSelect
          label={t(($) => $.trade.sell.into)}
          bankOnly
          {...form.field('bankAccount')}
          onOffer={form.offer('bankAccount')}
        />
      )}
    </div>
  )
}

/** True while a till is open, or it is not known yet: whoever will count it does not see what should be in it. */
function useCountedBlind(): boolean {
  const { data } = useQuery(orpc.trade.shifts.queryOptions({ input: {} }))
  return data?.rows.some(({ closedAt }) => closedAt === null) ?? true
}

/** What the marketplace keeps of it and withholds: by its terms until another amount is typed. */
function Kept({ form }: { readonly form: EntryForm<BasketValues> }) {
  const { t } = useText()
  const kept = useKept(form.values)
  return (
    <>
      <MoneyField
        label={t(($) => $.trade.sell.fee)}
        description={t(($) => $.trade.sell.feeText)}
        {...form.field('fee')}
        value={kept?.fee ?? null}
        withoutWords
      />
      <MoneyField
        label={t(($) => $.trade.sell.withheld)}
        {...form.field('withheld')}
        value={kept?.withheld ?? null}
        withoutWords
      />
    </>
  )
}

/** What a marketplace keeps of the basket and holds for us; undefined while none is chosen. */
function useKept(values: BasketValues): ReturnType<typeof keptOf> | undefined {
  const { way, partner, lines } = values
  const partnerId = way === 'marketplace' ? partner?.id : undefined
  const { data } = useQuery({
    ...orpc.partners.get.queryOptions({ input: { partnerId: partnerId ?? '' } }),
    enabled: partnerId !== undefined,
  })
  if (partnerId === undefined || data === undefined) return undefined
  return keptOf(values, data, basketSums(reckonedLines(lines, false)).total)
}

/** What it comes to in big figures: less what was given off, and what goes back or is still owed. */
export function Sum({ form }: { readonly form: EntryForm<BasketValues> }) {
  const { t } = useText()
  const { way, lines, given } = form.values
  const { total, discount } = basketSums(reckonedLines(lines, isMemberSale(form.values)))
  const { change, owed } = handedOver(given ?? total, total)
  const kept = useKept(form.values)
  return (
    <div className={classes.sum}>
      {way === 'cash' && given !== null && total > 0 && (
        <Text role="status" className={classes.change}>
          {owed > 0
            ? t(($) => $.trade.sell.owed, { amount: formatRupiah(owed) })
            : t(($) => $.trade.sell.change, { amount: formatRupiah(change) })}
        </Text>
      )}
      {kept && total > 0 && (
        <Text role="status" className={classes.change}>
          {t(($) => $.trade.sell.held, { amount: formatRupiah(kept.held) })}
        </Text>
      )}
      <div role="status" aria-label={t(($) => $.trade.sell.total)}>
        <Text size="sm" c="gray.7" className={classes.line}>
          {t(($) => $.trade.sell.total)}
          {discount > 0 && `, ${t(($) => $.trade.sell.discounted, { amount: formatRupiah(discount) })}`}
        </Text>
        <Text className={classes.total} data-total>
          {formatRupiah(total)}
        </Text>
      </div>
    </div>
  )
}
