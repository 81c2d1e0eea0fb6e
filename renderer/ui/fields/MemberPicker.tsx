import { useText } from '../text.ts'
import { Picker, type PickerOption, type PickerProps } from './Picker.tsx'

/** A member as the picker shows one: name, number and hamlet. */
export interface PickedMember extends PickerOption {
  readonly number: string
}

/** A member's line in the list. */
export function memberOption(member: {
  readonly memberId: string
  readonly number: string
  readonly name: string
  readonly hamlet: string | null
}): PickedMember {
  const { memberId, number, name, hamlet } = member
  return {
    id: memberId,
    number,
    title: `${name} (${number})`,
    detail: hamlet ?? undefined,
  }
}

/** Finds a member by any part of name, number or hamlet; who searches is up to the screen. */
export function MemberPicker(props: PickerProps<PickedMember>) {
  const { t } = useText()
  return <Picker placeholder={t(($) => $.ui.picker.memberHint)} {...props} />
}
