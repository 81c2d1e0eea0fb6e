import { useChoose } from '../../app/use-asked.ts'
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx'
import { useText } from '../../ui/text.ts'
import type { YearRow } from './use-year.ts'

/** Which year a screen is about; the address keeps it. */
export function YearChoice({ year, rows }: { readonly year: number; readonly rows: readonly YearRow[] }) {
  const { t } = useText()
  const choose = useChoose()
  const years = [...new Set([year, ...rows.map((row) => row.year)])].sort((a, b) => b - a).map(String)
  return (
    <ChoiceField
      label={t(($) => $.closing.year.year)}
      value={String(year)}
      onChange={(chosen) => choose({ year: chosen })}
      choices={years.map((value) => ({ value, label: value }))}
    />
  )
}
