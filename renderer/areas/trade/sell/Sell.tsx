import { Paper, Text } from '@mantine/core'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { formatDate } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { basketSums, handedOver } from '../../../../shared/rules/basket.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { useBook } from '../../../app/session.tsx'
import { usePostingWarnings } from '../../../app/use-posting-warnings.ts'
import { client } from '../../../client.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { WarningList } from '../../../ui/display/WarningList.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useRestOfWindow } from '../../../ui/table/use-rest-of-window.ts'
import { useText } from '../../../ui/text.ts'
import { ItemSearch } from '../items/ItemSearch.tsx'
import { PlaceFieldOfMany } from '../stock/PlaceField.tsx'
import { shopPlace, useHasPlaces } from '../stock/places.ts'
import classes from '../trade.module.css'
import { Basket } from './Basket.tsx'
import { basketKeys, focusField } from './basket-keys.ts'
import {
  type BasketValues,
  basketField,
  isMemberSale,
  type PayingWay,
  reckonedLines,
  saleInput,
  withItem,
} from './basket-lines.ts'
import { Paying, Sum } from './Paying.tsx'
import { SaleReceipt } from './SaleReceipt.tsx'

interface Sold {
  readonly answer: Answers['trade']['sell']
  readonly change: number
  readonly way: PayingWay
  /** Who owes what was not paid: the buyer, or the marketplace. */
  readonly debtor: string
}

/** Saving again this soon after a sale was meant for that sale, milliseconds. */
const inAHurry = 3_000

/** Room left below the till for what it comes to and the button that saves, in rem. */
const belowTill = 6

/** Kasir: one basket after another, with the keyboard alone. */
export function Sell() {
  const { t } = useText()
  const { today } = useBook()
  const hasPlaces = useHasPlaces()
  const [sold, setSold] = useState<Sold>()
  const empty = useEmptySave()
  const screen = useRef<HTMLDivElement>(null)
  const till = useRef<HTMLDivElement>(null)
  const height = useRestOfWindow(till, belowTill)
  const setAdded = useAddedLine(screen)
  const initial: BasketValues = {
    ...{ lines: [], place: shopPlace, member: null, partner: null, date: today, way: 'cash' },
    ...{ cashAccount: null, bankAccount: null, given: null, dueOn: null, fee: undefined, withheld: undefined },
  }
  const form = useEntryForm({
    initial,
    save: (values: BasketValues, requestId) => client.trade.sell({ ...saleInput(values, paidOf(values)), requestId }),
    onSaved: (answer, values) => {
      const { way, given, member, partner } = values
      const handed = way === 'cash' ? (given ?? answer.total) : answer.total
      const debtor = (isMemberSale(values) ? member : partner)?.title ?? ''
      empty.sold()
      setSold({ answer, way, debtor, change: handedOver(handed, answer.total).change })
    },
    paths: basketField,
  })
  // Saved twice in a hurry: the second time there is nothing to save, and nothing is refused beside what was saved.
  const hasWork = () => form.isDirty() || form.questions.askFirst()
  const save = async () => {
    if (hasWork()) return form.save()
    empty.ask()
    focusField(screen.current, 'search')
  }
  const refusedLines = (problem: string | undefined) =>
    form.values.lines.length === 0 && (problem !== undefined || empty.isAsked)
      ? t(($) => $.trade.sell.nothingToSell)
      : problem
  useEffect(() => {
    if (form.generation > 0) focusField(screen.current, 'search')
  }, [form.generation])
  return (
    <>
      <PageHead
        title={t(($) => $.trade.sell.title)}
        actions={
          <Text size="sm" c="gray.7">
            {t(($) => $.trade.sell.keys)}
            {hasPlaces && ` ${t(($) => $.trade.sell.placeKey)}`}
          </Text>
        }
      />
      <div ref={screen} onKeyDownCapture={basketKeys}>
        <FormFrame
          form={{ ...form, save }}
          label={t(($) => $.trade.sell.title)}
          saveLabel={t(($) => $.trade.sell.save)}
          maxWidth="100%"
          summary={<Sum form={form} />}
        >
          <div ref={till} className={classes.till} style={{ height }}>
            <div className={classes.goods}>
              <div className={hasPlaces ? classes.looking : undefined}>
                <PlaceFieldOfMany label={t(($) => $.trade.sell.place)} {...form.field('place')} />
                <ItemSearch
                  label={t(($) => $.trade.sell.search)}
                  price={isMemberSale(form.values) ? 'priceMember' : 'priceOther'}
                  place={form.values.place}
                  error={refusedLines(form.errorAt('lines'))}
                  autoFocus
                  onPick={(item, isScanned) => {
                    empty.forget()
                    form.set('lines', withItem(form.values.lines, item))
                    setAdded({ key: item.itemId, isScanned })
                  }}
                />
              </div>
              <div className={classes.lines}>
                <Basket form={form} />
                {sold && <LastSale sold={sold} />}
              </div>
            </div>
            <Paying form={form} />
          </div>
        </FormFrame>
      </div>
    </>
  )
}

/** Shows the line of an item that was just put into the basket, and asks how many of it unless it was scanned. */
function useAddedLine(screen: RefObject<HTMLDivElement | null>) {
  const [added, setAdded] = useState<{ readonly key: string; readonly isScanned: boolean }>()
  useEffect(() => {
    // Drawn by now: how many of it is asked next, unless it was scanned. Its line is seen either way.
    if (added === undefined) return
    const name = `lines.${added.key}.qty`
    if (!added.isScanned) focusField(screen.current, name)
    screen.current
      ?.querySelector(`[name="${CSS.escape(name)}"]`)
      ?.closest('tr')
      ?.scrollIntoView({ block: 'nearest' })
    setAdded(undefined)
  }, [added, screen])
  return setAdded
}

/** Saving while nothing is in the basket is answered, but not right behind a sale. */
function useEmptySave() {
  const soldAt = useRef(Number.NEGATIVE_INFINITY)
  const [isAsked, setAsked] = useState(false)
  return {
    isAsked,
    ask: () => setAsked(performance.now() - soldAt.current > inAHurry),
    forget: () => setAsked(false),
    sold: () => {
      soldAt.current = performance.now()
      setAsked(false)
    },
  }
}

/** What is paid of a basket where money was handed over; nothing where it is paid in full without saying so. */
function paidOf(values: BasketValues): number | undefined {
  const { lines, way, given } = values
  if (way !== 'cash' || given === null) return undefined
  return handedOver(given, basketSums(reckonedLines(lines, isMemberSale(values))).total).paid
}

/** The basket before this one: its change, its voucher, and where it can be printed or taken back. */
function LastSale({ sold: { answer, change, way, debtor } }: { readonly sold: Sold }) {
  const { t, language } = useText()
  const { voucher, total, owed, documentId, dueOn } = answer
  const stillOwed = { name: debtor, amount: formatRupiah(owed) }
  const warnings = usePostingWarnings(answer.warnings)
  return (
    <Paper withBorder px="md" py="sm" mt="md" radius="md" role="status" className={classes.sold}>
      <Text>
        {t(($) => $.trade.sell.saved, { voucher, total: formatRupiah(total) })}
        {owed > 0 &&
          ` ${t(($) => (way === 'marketplace' ? $.trade.sell.savedHeld : $.trade.sell.savedOwed), stillOwed)}`}
        {owed > 0 && dueOn !== null && ` ${t(($) => $.trade.document.dueOn, { date: formatDate(dueOn, language) })}.`}
      </Text>
      {change > 0 && (
        <Text className={classes.change}>{t(($) => $.trade.sell.change, { amount: formatRupiah(change) })}</Text>
      )}
      <WarningList warnings={warnings} />
      <SaleReceipt documentId={documentId} given={change > 0 ? total - owed + change : undefined} />
      <Link to={`/trade/documents/${documentId}`}>{t(($) => $.trade.sell.look)}</Link>
    </Paper>
  )
}
