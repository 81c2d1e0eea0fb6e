import { Group } from '@mantine/core'
import type { CalendarDate } from '../../../shared/calendar.ts'
import { useText } from '../text.ts'
import { DateField } from './DateField.tsx'

export interface Period {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

interface PeriodFieldsProps {
  readonly value: Period
  readonly onChange: (period: Period) => void
  readonly today: CalendarDate
}

/** From and to, for lists and reports. What cannot be read changes nothing. */
export function PeriodFields({ value, onChange, today }: PeriodFieldsProps) {
  const { t } = useText()
  return (
    <Group gap="sm" align="flex-start">
      <DateField
        label={t(($) => $.ui.date.from)}
        value={value.from}
        onChange={(from) => from !== null && onChange({ ...value, from })}
        today={today}
        anyDay
        whenDone
      />
      <DateField
        label={t(($) => $.ui.date.to)}
        value={value.to}
        onChange={(to) => to !== null && onChange({ ...value, to })}
        today={today}
        anyDay
        whenDone
      />
    </Group>
  )
}
