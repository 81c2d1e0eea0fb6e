import { Checkbox } from '@mantine/core'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import type { EntryForm } from '../../../ui/form/entry-form.ts'
import { useText } from '../../../ui/text.ts'
import classes from '../loans.module.css'

/** What stands in the fields where a penalty is let off. */
export interface WaiverValues {
  readonly isWaiving: boolean
  readonly waived: number | null
  readonly waivedFor: string
}

export const noWaiver: WaiverValues = { isWaiving: false, waived: null, waivedFor: '' }

/** Where the input's paths are not the fields'. */
export const waiverPaths = { 'waivePenalty.amount': 'waived', 'waivePenalty.reason': 'waivedFor' } as const

/** The penalty that is let off as calls ask for it; nothing where none is. */
export function waiverInput({ isWaiving, waived, waivedFor }: WaiverValues) {
  return isWaiving ? { waivePenalty: { amount: waived ?? 0, reason: waivedFor } } : {}
}

interface WaiverFieldsProps {
  readonly form: Pick<EntryForm<WaiverValues>, 'values' | 'set' | 'field' | 'offer'>
  /** Penalty that is owed, sen. */
  readonly penalty: number
}

/** Lets penalty off with a reason; only there where some is owed. */
export function WaiverFields({ form, penalty }: WaiverFieldsProps) {
  const { t } = useText()
  const { isWaiving } = form.values
  if (penalty === 0 && !isWaiving) return null
  return (
    <>
      <Checkbox
        name="isWaiving"
        size="md"
        label={t(($) => $.loans.waiver.choose, { amount: formatRupiah(penalty) })}
        checked={isWaiving}
        onChange={(event) => {
          form.set('isWaiving', event.currentTarget.checked)
          form.offer('waived')(event.currentTarget.checked ? penalty : null)
        }}
      />
      {isWaiving && (
        <div className={classes.within}>
          <MoneyField label={t(($) => $.loans.waiver.amount)} {...form.field('waived')} withoutWords />
          <TextField
            label={t(($) => $.loans.waiver.reason)}
            description={t(($) => $.loans.waiver.reasonHint)}
            {...form.field('waivedFor')}
          />
        </div>
      )}
    </>
  )
}
