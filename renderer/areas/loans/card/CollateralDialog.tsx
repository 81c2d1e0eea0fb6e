import { useBook } from '../../../app/session.tsx'
import type { client } from '../../../client.ts'
import { Dialog } from '../../../ui/dialogs/Dialog.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'

export type Collateral = Parameters<typeof client.loans.addCollateral>[0]['collateral']

interface CollateralDialogProps {
  /** Whose it probably is. */
  readonly owner: string
  readonly onClose: () => void
  readonly save: (collateral: Collateral, requestId: string) => Promise<unknown>
  readonly onSaved: (collateral: Collateral) => void
}

interface Values {
  readonly kind: string
  readonly owner: string
  readonly documentNumber: string
  readonly appraised: number | null
  readonly appraisedOn: string | null
  readonly keptAt: string
}

/** One thing that is pledged for a loan, as the register of collateral has it. */
export function CollateralDialog({ owner, onClose, save, onSaved }: CollateralDialogProps) {
  const { t } = useText()
  const { today } = useBook()
  const initial: Values = { kind: '', owner, documentNumber: '', appraised: null, appraisedOn: today, keptAt: '' }
  const form = useEntryForm({
    initial,
    save: (values, requestId) => save(collateralOf(values), requestId),
    onSaved: (_, values) => onSaved(collateralOf(values)),
    paths: (path) => path.split('.').at(-1) ?? path,
  })
  const title = t(($) => $.loans.backing.add.collateral)
  return (
    <Dialog isOpen onClose={onClose} title={title} size="lg">
      <FormFrame form={form} label={title} onCancel={onClose}>
        <TextField
          label={t(($) => $.loans.collateral.kind)}
          description={t(($) => $.loans.collateral.kindHint)}
          {...form.field('kind')}
          autoFocus
        />
        <TextField label={t(($) => $.loans.collateral.owner)} {...form.field('owner')} />
        <TextField label={t(($) => $.loans.collateral.documentNumber)} {...form.field('documentNumber')} />
        <MoneyField label={t(($) => $.loans.collateral.appraised)} {...form.field('appraised')} />
        <DateField label={t(($) => $.loans.collateral.appraisedOn)} today={today} {...form.field('appraisedOn')} />
        <TextField label={t(($) => $.loans.collateral.keptAt)} {...form.field('keptAt')} />
      </FormFrame>
    </Dialog>
  )
}

function collateralOf({ kind, owner, documentNumber, appraised, appraisedOn, keptAt }: Values): Collateral {
  return {
    ...{ kind, owner, appraised: appraised ?? 0 },
    ...(documentNumber.trim() !== '' && { documentNumber }),
    ...(appraisedOn !== null && { appraisedOn }),
    ...(keptAt.trim() !== '' && { keptAt }),
  }
}
