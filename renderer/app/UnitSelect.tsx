import { Select } from '@mantine/core'
import { useText } from '../ui/text.ts'
import { type Unit, unitNamed, units } from './unit.ts'

interface UnitSelectProps {
  readonly value: Unit | undefined
  readonly onChange: (unit: Unit | undefined) => void
  /** What all of them together are called here. */
  readonly all?: string
}

/** One unit of the cooperative, or all of them. */
export function UnitSelect({ value, onChange, all }: UnitSelectProps) {
  const { t } = useText()
  return (
    <Select
      label={t(($) => $.bookkeeping.unit)}
      value={value ?? ''}
      onChange={(picked) => onChange(unitNamed(picked))}
      allowDeselect={false}
      data={[
        { value: '', label: all ?? t(($) => $.bookkeeping.allUnits) },
        ...units.map((one) => ({ value: one, label: t(($) => $.bookkeeping.units[one]) })),
      ]}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  )
}
