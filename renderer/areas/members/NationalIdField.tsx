import { Text } from '@mantine/core'
import type { MemberWarning } from '../../../shared/rules/member-warnings.ts'
import { personWarnings } from '../../../shared/rules/member-warnings.ts'
import { plainNationalId } from '../../../shared/rules/national-id-text.ts'
import { TextField } from '../../ui/fields/TextField.tsx'
import type { FieldBinding } from '../../ui/form/entry-form.ts'
import { useText } from '../../ui/text.ts'
import type { MemberValues } from './member-values.ts'

interface NationalIdFieldProps {
  readonly field: FieldBinding<string>
  readonly values: MemberValues
  readonly today: string
}

const digitsInAll = 16

/** The identity number: counts along while it is typed and says gently what looks wrong. Nothing of it blocks. */
export function NationalIdField({ field, values, today }: NationalIdFieldProps) {
  const { t } = useText()
  const isHidden = field.value.includes('*')
  const digits = plainNationalId(field.value)
  const isTyping = digits.length > 0 && digits.length < digitsInAll && !isHidden
  const warnings = isHidden || isTyping || digits === '' ? [] : numberWarnings(digits, values, today)
  return (
    <div>
      <TextField label={t(($) => $.members.fields.nationalId)} {...field} />
      <Text size="sm" c="gray.7" mih="1.5rem" role="status">
        {isHidden && t(($) => $.members.fields.hiddenId)}
        {isTyping && t(($) => $.members.fields.digits, { count: digits.length })}
        {warnings.length > 0 &&
          [...warnings.map((word) => t(($) => $.members.warning[word])), t(($) => $.members.warning.keep)].join(' ')}
      </Text>
    </div>
  )
}

/** What the digits say against the form; whatever is not filled in yet is not held against them. */
function numberWarnings(nationalId: string, values: MemberValues, asOf: string): MemberWarning[] {
  const { sex, birthDate, joinedOn } = values
  const found = personWarnings(
    { nationalId, sex: sex === '' ? 'female' : sex, birthDate, joinedOn: joinedOn ?? asOf },
    asOf,
  )
  return found
    .filter((word) => word.startsWith('national_id'))
    .filter((word) => sex !== '' || word !== 'national_id_sex_mismatch')
}
