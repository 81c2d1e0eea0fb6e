import { Button, Group, Paper, Text, Title } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { CalendarDate } from '../../../shared/calendar.ts'
import { useText } from '../text.ts'
import { DateText } from './DateText.tsx'
import classes from './display.module.css'
import { Money } from './Money.tsx'
import { WarningList } from './WarningList.tsx'

interface SavedNoticeProps {
  /** What happened, in one sentence. */
  readonly sentence: string
  readonly voucher: string
  readonly date: CalendarDate
  /** The new balance, sen, with its own label where *Saldo sekarang* is not clear enough. */
  readonly balance?: number | undefined
  readonly balanceLabel?: string | undefined
  /** Sentences the treasurer should notice. */
  readonly warnings?: readonly string[]
  /** Said once the voucher was reversed; the buttons that reverse or print it go away. */
  readonly reversed?: string | undefined
  readonly isBusy?: boolean
  readonly problem?: string | undefined
  readonly onPrint: () => void
  readonly onSend: () => void
  /** The same as a picture, for a phone. */
  readonly onPicture: () => void
  readonly onReverse: () => void
  /** Where the voucher stands with its journal lines. */
  readonly journal?: ReactNode
  /** The next entry of the same kind; gets the focus. */
  readonly onNext?: (() => void) | undefined
  /** What comes next where it is not another of the same kind: *Bayar SHU*. */
  readonly nextLabel?: string | undefined
  readonly children?: ReactNode
}

/** Enter pressed this soon after the notice came was meant for the form that is gone, milliseconds. */
const stillTyping = 600

/** After saving: what happened, the voucher, the new balance, and what can be done with it. */
export function SavedNotice(props: SavedNoticeProps) {
  const { sentence, voucher, date, balance, balanceLabel, warnings = [], reversed, isBusy, problem, onNext } = props
  const { t } = useText()
  const box = useRef<HTMLDivElement>(null)
  const [shownAt] = useState(() => performance.now())
  const ignoreSecondEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && performance.now() - shownAt < stillTyping) event.preventDefault()
  }
  useEffect(() => {
    const next = box.current?.querySelector<HTMLElement>('[data-first]')
    ;(next ?? box.current)?.focus()
  }, [])
  return (
    <Paper ref={box} withBorder p="lg" radius="md" maw="58rem" role="status" tabIndex={-1} className={classes.saved}>
      <Title order={2} size="h4">
        {t(($) => $.ui.saved.title)}
      </Title>
      <Text size="lg" mt={4}>
        {sentence}
      </Text>
      <Group gap="xl" mt="sm">
        <Fact label={t(($) => $.ui.saved.voucher)}>{voucher}</Fact>
        <Fact label={t(($) => $.ui.saved.date)}>
          <DateText date={date} />
        </Fact>
        {balance !== undefined && (
          <Fact label={balanceLabel ?? t(($) => $.ui.saved.balance)}>
            <Money amount={balance} />
          </Fact>
        )}
      </Group>
      {props.children}
      <WarningList warnings={warnings} />
      {problem !== undefined && (
        <Text role="alert" c="red.9" mt="sm">
          {problem}
        </Text>
      )}
      {reversed !== undefined && (
        <Text fw={600} mt="sm" role="alert">
          {reversed}
        </Text>
      )}
      <Group gap="sm" mt="md">
        {onNext && (
          <Button onClick={onNext} onKeyDown={ignoreSecondEnter} data-first>
            {props.nextLabel ?? t(($) => $.ui.saved.next)}
          </Button>
        )}
        <Button variant={onNext ? 'default' : 'filled'} onClick={props.onPrint} loading={isBusy ?? false}>
          {t(($) => $.ui.saved.print)}
        </Button>
        <Button variant="default" onClick={props.onSend} disabled={isBusy ?? false}>
          {t(($) => $.ui.saved.send)}
        </Button>
        <Button variant="default" onClick={props.onPicture} disabled={isBusy ?? false}>
          {t(($) => $.ui.saved.picture)}
        </Button>
        {props.journal}
        {reversed === undefined && (
          <Button variant="subtle" color="red" onClick={props.onReverse}>
            {t(($) => $.ui.saved.reverse)}
          </Button>
        )}
      </Group>
    </Paper>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <Text size="sm" c="gray.7">
        {label}
      </Text>
      <Text fw={600} className={classes.money}>
        {children}
      </Text>
    </div>
  )
}
