import { useQuery } from '@tanstack/react-query'
import { approversAmong } from '../../shared/rules/approvers.ts'
import { ChoiceField } from '../ui/fields/ChoiceField.tsx'
import { TextField } from '../ui/fields/TextField.tsx'
import type { FieldBinding } from '../ui/form/entry-form.ts'
import { useText } from '../ui/text.ts'
import { orpc } from './queries.ts'

interface ApproverFieldProps {
  readonly label: string
  readonly description?: string
  readonly autoFocus?: boolean
  readonly field: FieldBinding<string>
}

/** Who approves besides the treasurer: one of the officers, or any name while no other officer is known. */
export function ApproverField({ field, ...told }: ApproverFieldProps) {
  const { t } = useText()
  const { data } = useQuery(orpc.officers.list.queryOptions({ input: {} }))
  const names = approversAmong(data?.rows ?? [])
  if (names.length === 0) return <TextField {...told} {...field} />
  const choices = names.map((name) => ({ value: name, label: name }))
  return <ChoiceField {...told} none={t(($) => $.app.approver.none)} choices={choices} {...field} />
}
