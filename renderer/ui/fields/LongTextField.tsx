import { Textarea } from '@mantine/core'

interface LongTextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly name?: string
  readonly description?: string
  readonly error?: string | undefined
  /** Lines it shows at least. */
  readonly rows?: number
}

/** A text of many lines: Enter begins a new one, Ctrl+Enter saves. */
export function LongTextField({ label, value, onChange, name, description, error, rows = 4 }: LongTextFieldProps) {
  return (
    <Textarea
      label={label}
      name={name}
      description={description}
      error={error}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autosize
      minRows={rows}
      maxRows={24}
    />
  )
}
