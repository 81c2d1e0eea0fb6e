import { Button, Group, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { formatDate } from '../../../../shared/calendar.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { orpc } from '../../../app/queries.ts'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { Dialog } from '../../../ui/dialogs/Dialog.tsx'
import { DoneNotice } from '../../../ui/display/DoneNotice.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import { CloseShift } from './CloseShift.tsx'
import { OpenShift } from './OpenShift.tsx'
import { type ClosedShift, type Shift, useCashNames } from './shift-words.ts'

/** Buka kasir and tutup kasir: who stands at which box, and the count a shift ends with. */
export function Shifts() {
  const { t } = useText()
  const [done, setDone] = useState<{ readonly opened: Shift } | { readonly closed: ClosedShift }>()
  useFreshVisit(() => setDone(undefined))
  const { data } = useQuery(orpc.trade.shifts.queryOptions({ input: {} }))
  const open = data?.rows.filter(({ closedAt }) => closedAt === null)
  return (
    <>
      <PageHead title={t(($) => $.shop.shift.title)} text={t(($) => $.shop.shift.text)} />
      {done && 'opened' in done && <Opened shift={done.opened} onNext={() => setDone(undefined)} />}
      {done && 'closed' in done && <Closed shift={done.closed} onNext={() => setDone(undefined)} />}
      {!done && open && (
        <Desk open={open} onOpened={(opened) => setDone({ opened })} onClosed={(closed) => setDone({ closed })} />
      )}
      {data && <PastShifts rows={data.rows} />}
    </>
  )
}

interface DeskProps {
  readonly open: readonly Shift[]
  readonly onOpened: (shift: Shift) => void
  readonly onClosed: (shift: ClosedShift) => void
}

/** Closes what is open; where nothing is, or another box is asked for, a shift is opened. */
function Desk({ open, onOpened, onClosed }: DeskProps) {
  const { t } = useText()
  const nameOf = useCashNames()
  const [chosen, setChosen] = useState('')
  const shift = chosen === 'other' ? undefined : (open.find(({ shiftId }) => shiftId === chosen) ?? open[0])
  const choices = [
    ...open.map(({ shiftId, cashier, cashAccount }) => ({
      value: shiftId,
      label: t(($) => $.shop.shift.closeOf, { name: cashier, box: nameOf(cashAccount) }),
    })),
    { value: 'other', label: t(($) => $.shop.shift.other) },
  ]
  return (
    <>
      {open.length > 0 && (
        <div style={{ maxWidth: '36rem', marginBottom: '0.9375rem' }}>
          <ChoiceField
            label={t(($) => $.shop.shift.which)}
            value={shift?.shiftId ?? 'other'}
            onChange={setChosen}
            choices={choices}
          />
        </div>
      )}
      {shift ? <CloseShift key={shift.shiftId} shift={shift} onClosed={onClosed} /> : <OpenShift onOpened={onOpened} />}
    </>
  )
}

function Opened({ shift, onNext }: { readonly shift: Shift; readonly onNext: () => void }) {
  const { t } = useText()
  const nameOf = useCashNames()
  const words = { name: shift.cashier, box: nameOf(shift.cashAccount) }
  return (
    <DoneNotice sentence={t(($) => $.shop.shift.opened, words)}>
      <Button component={Link} to="/trade/sell">
        {t(($) => $.trade.sell.title)}
      </Button>
      <Button variant="default" onClick={onNext}>
        {t(($) => $.shop.shift.back)}
      </Button>
    </DoneNotice>
  )
}

function Closed({ shift, onNext }: { readonly shift: ClosedShift; readonly onNext: () => void }) {
  const { t } = useText()
  const { cashier, counted, difference, entryId, voucher, closedOn } = shift
  const words = {
    name: cashier,
    counted: formatRupiah(counted ?? 0),
    difference: formatRupiah(Math.abs(difference ?? 0)),
  }
  if (entryId !== null && voucher !== null) {
    const sentence =
      (difference ?? 0) < 0 ? t(($) => $.shop.shift.closedShort, words) : t(($) => $.shop.shift.closedOver, words)
    return (
      <SavedPanel posted={{ entryId, voucher, date: closedOn }} sentence={sentence} onNext={onNext}>
        <ShiftPaper shift={shift} />
      </SavedPanel>
    )
  }
  return (
    <DoneNotice sentence={t(($) => $.shop.shift.closedSame, words)}>
      <ShiftPaper shift={shift} />
      <Button component={Link} to="/trade/recap">
        {t(($) => $.shop.recap.title)}
      </Button>
      <Button variant="default" onClick={onNext}>
        {t(($) => $.shop.shift.back)}
      </Button>
    </DoneNotice>
  )
}

/** What a shift took in and paid out, and its count, for two to sign. */
function ShiftPaper({ shift: { shiftId } }: { readonly shift: Pick<Shift, 'shiftId'> }) {
  const { t, language } = useText()
  return (
    <PaperButton
      asked={{ report: 'shiftReport', params: { shiftId }, language }}
      label={t(($) => $.shop.shift.print)}
    />
  )
}

interface OneShiftProps {
  readonly shift: Shift
  readonly onClose: () => void
}

/** One of the past shifts, to be printed again; what it took in is not told while it is open. */
function OneShift({ shift, onClose }: OneShiftProps) {
  const { t, language } = useText()
  return (
    <Dialog isOpen onClose={onClose} title={`${shift.cashier}, ${formatDate(shift.date, language)}`}>
      {shift.closedAt === null && <Text mb="sm">{t(($) => $.shop.shift.paperLater)}</Text>}
      <Group gap="sm">
        {shift.closedAt !== null && <ShiftPaper shift={shift} />}
        <Button variant="default" onClick={onClose}>
          {t(($) => $.shop.shift.back)}
        </Button>
      </Group>
    </Dialog>
  )
}

/** What came in and went out is seen once the till was counted: nobody counts towards a figure. */
const unlessOpen =
  (key: 'received' | 'paid') =>
  ({ closedAt, ...shift }: Shift) =>
    closedAt === null ? null : shift[key]

function PastShifts({ rows }: { readonly rows: readonly Shift[] }) {
  const { t, language } = useText()
  const nameOf = useCashNames()
  const [opened, setOpened] = useState<Shift>()
  return (
    <>
      {opened && <OneShift shift={opened} onClose={() => setOpened(undefined)} />}
      <Title order={2} size="h4" mt="xl" mb="xs">
        {t(($) => $.shop.shift.past)}
      </Title>
      <DataTable
        label={t(($) => $.shop.shift.past)}
        rows={rows}
        rowKey={({ shiftId }) => shiftId}
        onOpen={setOpened}
        opens={t(($) => $.shop.shift.opens)}
        empty={t(($) => $.shop.shift.none)}
        maxHeight="20rem"
        columns={[
          {
            ...{ key: 'date', title: t(($) => $.trade.date), width: '10rem' },
            value: ({ date }) => formatDate(date, language),
          },
          { key: 'cashier', title: t(($) => $.shop.shift.cashier), value: ({ cashier }) => cashier },
          { key: 'box', title: t(($) => $.shop.shift.box), value: ({ cashAccount }) => nameOf(cashAccount) },
          { key: 'received', title: t(($) => $.shop.shift.received), kind: 'money', value: unlessOpen('received') },
          { key: 'paid', title: t(($) => $.shop.shift.paid), kind: 'money', value: unlessOpen('paid') },
          { key: 'counted', title: t(($) => $.cash.count.counted), kind: 'money', value: ({ counted }) => counted },
          {
            ...{ key: 'difference', title: t(($) => $.cash.count.difference), kind: 'money' },
            value: ({ difference }) => difference,
          },
          {
            ...{ key: 'state', title: t(($) => $.shop.shift.remarks), width: 'minmax(8rem, 1fr)' },
            value: ({ closedAt, reason }) => (closedAt === null ? t(($) => $.shop.shift.isOpen) : reason),
          },
        ]}
      />
    </>
  )
}
