import { MemberSearch } from '../../../app/MemberSearch.tsx'
import type { client } from '../../../client.ts'
import { Dialog } from '../../../ui/dialogs/Dialog.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import type { PickedMember } from '../../../ui/fields/MemberPicker.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'

export type Guarantor = Parameters<typeof client.loans.addGuarantor>[0]['guarantor']

interface Values {
  readonly kind: 'member' | 'other'
  readonly member: PickedMember | null
  readonly name: string
  readonly address: string
  readonly phone: string
}

interface GuarantorDialogProps {
  readonly onClose: () => void
  readonly save: (guarantor: Guarantor, requestId: string) => Promise<unknown>
  /** With the name she is read by. */
  readonly onSaved: (name: string, guarantor: Guarantor) => void
}

/** Who answers for the loan: a member, or somebody else by name. */
export function GuarantorDialog({ onClose, save, onSaved }: GuarantorDialogProps) {
  const { t } = useText()
  const initial: Values = { kind: 'member', member: null, name: '', address: '', phone: '' }
  const form = useEntryForm({
    initial,
    save: (values, requestId) => save(guarantorOf(values), requestId),
    onSaved: (_, values) =>
      onSaved(values.kind === 'member' ? (values.member?.title ?? '') : values.name.trim(), guarantorOf(values)),
    paths: (path) => (path.endsWith('memberId') ? 'member' : (path.split('.').at(-1) ?? path)),
  })
  const title = t(($) => $.loans.backing.add.guarantor)
  const { kind } = form.values
  return (
    <Dialog isOpen onClose={onClose} title={title} size="lg">
      <FormFrame form={form} label={title} onCancel={onClose}>
        <ChoiceField
          label={t(($) => $.loans.guarantor.kind)}
          {...form.field('kind')}
          choices={(['member', 'other'] as const).map((value) => ({
            ...{ value, label: t(($) => $.loans.guarantor.kinds[value]) },
          }))}
        />
        {kind === 'member' ? (
          <MemberSearch label={t(($) => $.loans.guarantor.member)} {...form.field('member')} autoFocus />
        ) : (
          <>
            <TextField label={t(($) => $.loans.guarantor.name)} {...form.field('name')} />
            <TextField label={t(($) => $.loans.guarantor.address)} {...form.field('address')} />
            <TextField label={t(($) => $.loans.guarantor.phone)} {...form.field('phone')} />
          </>
        )}
      </FormFrame>
    </Dialog>
  )
}

function guarantorOf({ kind, member, name, address, phone }: Values): Guarantor {
  if (kind === 'member') return { memberId: member?.id ?? '' }
  return { name, ...(address.trim() !== '' && { address }), ...(phone.trim() !== '' && { phone }) }
}
