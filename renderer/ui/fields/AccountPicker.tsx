import { useMemo, useState } from 'react'
import { useText } from '../text.ts'
import { matchesWords } from './matches.ts'
import { Picker, type PickerOption, type PickerProps } from './Picker.tsx'

interface AccountPickerProps extends Omit<PickerProps<PickerOption>, 'value' | 'onChange' | 'options' | 'onSearch'> {
  /** The accounts that may be chosen, in the order of the chart. */
  readonly accounts: readonly { readonly code: string; readonly name: string }[]
  /** The code of the account. */
  readonly value: string | null
  readonly onChange: (code: string | null) => void
  /** Outside bookkeeping: names alone. Who knows a number may still type it. */
  readonly isNameOnly?: boolean
}

/** An account by any part of its name or number. */
export function AccountPicker({ accounts, value, onChange, isNameOnly = false, ...rest }: AccountPickerProps) {
  const { t } = useText()
  const [text, setText] = useState('')
  const options = useMemo(
    () =>
      accounts.map(
        ({ code, name }): PickerOption => ({ id: code, title: name, detail: isNameOnly ? undefined : code }),
      ),
    [accounts, isNameOnly],
  )
  const picked = options.find(({ id }) => id === value) ?? null
  const fitting = useMemo(
    () => (text === '' ? options : options.filter((option) => matchesWords(`${option.id} ${option.title}`, text))),
    [options, text],
  )
  return (
    <Picker
      placeholder={t(($) => $.ui.picker.accountHint)}
      {...rest}
      value={picked}
      onChange={(option) => {
        if (option !== null) setText('')
        onChange(option?.id ?? null)
      }}
      options={fitting}
      onSearch={setText}
    />
  )
}
