import { NativeSelect } from '@mantine/core'

interface Choices<Choice extends string> {
  readonly label: string
  readonly name?: string
  readonly error?: string | undefined
  readonly description?: string | undefined
  readonly choices: readonly { readonly value: Choice; readonly label: string }[]
  readonly autoFocus?: boolean
}

type ChoiceFieldProps<Choice extends string> = Choices<Choice> &
  (
    | {
        readonly value: Choice | ''
        readonly onChange: (value: Choice | '') => void
        /** What stands there while nothing is chosen. */
        readonly none: string
      }
    | { readonly value: Choice; readonly onChange: (value: Choice) => void; readonly none?: never }
  )

/** One of a few; typing its first letter chooses it, Enter goes on. */
export function ChoiceField<Choice extends string>(props: ChoiceFieldProps<Choice>) {
  const { label, name, value, error, description, choices, none, autoFocus } = props
  const choose = (text: string) => {
    const chosen = choices.find((choice) => choice.value === text)?.value
    if (chosen !== undefined) props.onChange(chosen)
    else if (props.none !== undefined) props.onChange('')
  }
  return (
    <NativeSelect
      size="md"
      label={label}
      name={name}
      description={description}
      value={value}
      error={error}
      onChange={(event) => choose(event.currentTarget.value)}
      data={none === undefined ? [...choices] : [{ value: '', label: none }, ...choices]}
      autoFocus={autoFocus ?? false}
    />
  )
}
