import { ActionIcon } from '@mantine/core'
import { Fragment } from 'react'
import { lastDayOfMonth } from '../../../shared/calendar.ts'
import { ClearIcon } from '../../ui/display/icons.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { MoneyField } from '../../ui/fields/MoneyField.tsx'
import { useText } from '../../ui/text.ts'
import classes from './calculator.module.css'
import type { SavingsFieldsProps } from './SavingsFields.tsx'
import { lacksDay, withMovement } from './savings-values.ts'

/** Deposits and withdrawals of the month, line by line as on the card. */
export function MovementLines({ values, set, errorAt }: SavingsFieldsProps) {
  const { t } = useText()
  const { lines, month } = values
  // A day alone means a day of the month that is reckoned.
  const lastDay = lastDayOfMonth(month)
  return (
    <fieldset className={classes.movements}>
      <legend>{t(($) => $.calculator.savings.movements)}</legend>
      <div className={classes.lines}>
        {(['date', 'deposit', 'withdrawal'] as const).map((head) => (
          <span key={head} className={classes.lineHead} aria-hidden="true">
            {t(($) => $.calculator.savings[head])}
          </span>
        ))}
        <span />
        {lines.map((line, index) => {
          const named = { line: index + 1 }
          const change = (part: Partial<typeof line>) =>
            set('lines', withMovement(lines, { ...line, ...part }, crypto.randomUUID()))
          return (
            <Fragment key={line.key}>
              <DateField
                label={t(($) => $.calculator.savings.dateOf, named)}
                isLabelHidden
                value={line.date}
                onChange={(date) => change({ date })}
                today={lastDay}
                anyDay
                error={lacksDay(line) ? t(($) => $.error.INVALID_INPUT_required) : errorAt(`${line.key}.date`)}
              />
              <MoneyField
                label={t(($) => $.calculator.savings.depositOf, named)}
                isLabelHidden
                withoutWords
                value={line.deposit}
                onChange={(deposit) => change({ deposit })}
              />
              <MoneyField
                label={t(($) => $.calculator.savings.withdrawalOf, named)}
                isLabelHidden
                withoutWords
                value={line.withdrawal}
                onChange={(withdrawal) => change({ withdrawal })}
              />
              {index < lines.length - 1 ? (
                <ActionIcon
                  variant="subtle"
                  color="gray.7"
                  size="lg"
                  mt={4}
                  aria-label={t(($) => $.calculator.savings.remove, named)}
                  onClick={() =>
                    set(
                      'lines',
                      lines.filter(({ key }) => key !== line.key),
                    )
                  }
                >
                  <ClearIcon />
                </ActionIcon>
              ) : (
                <span />
              )}
            </Fragment>
          )
        })}
      </div>
    </fieldset>
  )
}
