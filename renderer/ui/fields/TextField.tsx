import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { labelProps } from './label.ts'

interface TextFieldProps {
  readonly label: string
  /** The label is read out and not shown: in the cells of a table. */
  readonly isLabelHidden?: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  readonly name?: string
  readonly description?: ReactNode
  readonly error?: string | undefined
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly disabled?: boolean
}

/** One line of text that takes a form's binding as it is. Nothing is cut: what is too long stays, to be shortened. */
export function TextField(props: TextFieldProps) {
  const { label, isLabelHidden, value, onChange, name, description, error, placeholder, autoFocus, disabled } = props
  return (
    <TextInput
      name={name}
      description={description}
      error={error}
      placeholder={placeholder}
      {...labelProps(label, isLabelHidden)}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="off"
      autoFocus={autoFocus ?? false}
      data-autofocus={autoFocus}
      disabled={disabled ?? false}
    />
  )
}
