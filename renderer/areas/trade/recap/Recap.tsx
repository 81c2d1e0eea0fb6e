import { Group, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { type FigureLine, FigureTable } from '../../../ui/display/FigureTable.tsx'
import { KeyFigure, KeyFigures } from '../../../ui/display/KeyFigures.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { useText } from '../../../ui/text.ts'
import { useCashNames } from '../shift/shift-words.ts'
import classes from '../trade.module.css'

type DayRecap = Answers['trade']['recap']

/** What was sold on a day, how it was paid and by whom, what came back, and where the money lies. */
export function Recap() {
  const { t, language } = useText()
  const { today } = useBook()
  const [date, setDate] = useState(today)
  const { data, error } = useQuery({
    ...orpc.trade.recap.queryOptions({ input: { date } }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <PageHead
        title={t(($) => $.shop.recap.title)}
        text={t(($) => $.shop.recap.text)}
        actions={
          <PaperButton asked={{ report: 'salesRecap', params: { date }, language }} label={t(($) => $.shop.print)} />
        }
      />
      <Group mb="md">
        <DateField
          label={t(($) => $.trade.date)}
          today={today}
          value={date}
          onChange={(day) => day !== null && setDate(day)}
          anyDay
          whenDone
        />
      </Group>
      <Complaint error={error} />
      {data && <Figures recap={data} />}
    </>
  )
}

function Figures({ recap }: { readonly recap: DayRecap }) {
  const { t } = useText()
  const { total, count, discount, cost, returns, takenBack } = recap
  const baskets = t(($) => $.shop.recap.baskets, { number: count })
  const left = total - returns.total - takenBack.sales.total + takenBack.returns.total
  const undone = useTakenBack(recap)
  return (
    <>
      <KeyFigures>
        <KeyFigure label={t(($) => $.shop.recap.sold)} figure={formatRupiah(total)} note={baskets} />
        <KeyFigure label={t(($) => $.shop.recap.discount)} figure={formatRupiah(discount)} />
        <KeyFigure
          label={t(($) => $.shop.recap.returns)}
          figure={formatRupiah(returns.total)}
          note={t(($) => $.shop.recap.documents, { number: returns.count })}
        />
        <KeyFigure label={t(($) => $.shop.recap.left)} figure={formatRupiah(left)} />
        <KeyFigure label={t(($) => $.shop.recap.cost)} figure={formatRupiah(cost)} />
      </KeyFigures>
      <div className={classes.cards}>
        <Figured title={t(($) => $.shop.recap.byWay)} lines={useWays(recap)} />
        <Figured title={t(($) => $.shop.recap.byBuyer)} lines={useBuyers(recap)} />
        <Figured title={t(($) => $.shop.recap.money)} lines={useMoney(recap)} />
        {undone.length > 0 && <Figured title={t(($) => $.shop.recap.takenBack)} lines={undone} />}
      </div>
    </>
  )
}

function Figured({ title, lines }: { readonly title: string; readonly lines: readonly FigureLine[] }) {
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <FigureTable label={title} lines={lines} />
    </section>
  )
}

function line(title: string, ...amounts: readonly number[]): FigureLine {
  return { title, figures: amounts.map((amount) => formatRupiah(amount)) }
}

function useWays({ cash, credit, marketplace, total }: DayRecap): readonly FigureLine[] {
  const { t } = useText()
  return [
    line(
      t(($) => $.shop.recap.paidNow),
      cash,
    ),
    line(
      t(($) => $.shop.recap.credit),
      credit,
    ),
    ...(marketplace.count > 0
      ? [
          line(
            t(($) => $.shop.recap.held),
            marketplace.held,
          ),
          line(
            t(($) => $.shop.recap.fee),
            marketplace.fee,
          ),
          line(
            t(($) => $.shop.recap.withheld),
            marketplace.withheld,
          ),
        ]
      : []),
    {
      ...line(
        t(($) => $.shop.recap.sold),
        total,
      ),
      isStrong: true,
    },
  ]
}

function useBuyers({ member, nonMember, kept, total }: DayRecap): readonly FigureLine[] {
  const { t } = useText()
  return [
    line(
      t(($) => $.shop.recap.member, { number: member.count }),
      member.total,
    ),
    line(
      t(($) => $.shop.recap.nonMember, { number: nonMember.count }),
      nonMember.total,
    ),
    {
      ...line(
        t(($) => $.shop.recap.sold),
        total,
      ),
      isStrong: true,
    },
    line(
      t(($) => $.shop.recap.kept),
      kept.total,
    ),
    line(
      t(($) => $.shop.recap.commission),
      kept.commission,
    ),
  ]
}

/** What was taken back on the day of earlier ones; nothing where there is none. */
function useTakenBack({ takenBack: { sales, returns, cash, cost } }: DayRecap): readonly FigureLine[] {
  const { t } = useText()
  if (sales.count + returns.count === 0) return []
  return [
    line(
      t(($) => $.shop.recap.takenBackSales, { number: sales.count }),
      0 - sales.total,
    ),
    line(
      t(($) => $.shop.recap.takenBackReturns, { number: returns.count }),
      returns.total,
    ),
    line(
      t(($) => $.shop.recap.takenBackCash),
      cash,
    ),
    line(
      t(($) => $.shop.recap.takenBackCost),
      0 - cost,
    ),
  ]
}

function useMoney({ cashAccounts, returns }: DayRecap): readonly FigureLine[] {
  const { t } = useText()
  const nameOf = useCashNames()
  return [
    ...cashAccounts.map(({ account, received, paid }) => line(nameOf(account), received - paid)),
    line(
      t(($) => $.shop.recap.givenBack),
      returns.cash,
    ),
  ]
}
