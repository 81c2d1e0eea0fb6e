import { NativeSelect } from '@mantine/core'

interface ChoiceFieldProps<Choice extends string> {
  readonly label: string
  readonly name: string
  readonly value: Choice | ''
  readonly onChange: (value: Choice | '') => void
  readonly error: string | undefined
  readonly choices: readonly { readonly value: Choice; readonly label: string }[]
  /** What stands there while nothing is chosen. */
  readonly none: string
}

/** One of a few; typing its first letter chooses it, Enter goes on. */
export function ChoiceField<Choice extends string>(props: ChoiceFieldProps<Choice>) {
  const { label, name, value, onChange, error, choices, none } = props
  return (
    <NativeSelect
      size="md"
      label={label}
      name={name}
      value={value}
      error={error}
      onChange={(event) => onChange(choices.find((choice) => choice.value === event.currentTarget.value)?.value ?? '')}
      data={[{ value: '', label: none }, ...choices]}
    />
  )
}
