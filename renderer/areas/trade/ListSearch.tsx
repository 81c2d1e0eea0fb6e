import { Group, TextInput } from '@mantine/core'
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx'
import classes from './trade.module.css'

interface ListSearchProps<Kind extends string> {
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly kindLabel: string
  readonly kind: Kind | ''
  readonly onKind: (kind: Kind | '') => void
  /** What stands there while every kind is shown. */
  readonly every: string
  readonly kinds: readonly { readonly value: Kind; readonly label: string }[]
}

/** Above a list of the shop: what is looked for, and which kind of it is shown. */
export function ListSearch<Kind extends string>(props: ListSearchProps<Kind>) {
  const { label, text, onText, kindLabel, kind, onKind, every, kinds } = props
  return (
    <Group align="flex-end" gap="md" mb="sm">
      <TextInput
        label={label}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        autoComplete="off"
        className={classes.search ?? ''}
        autoFocus
      />
      <ChoiceField label={kindLabel} value={kind} onChange={onKind} none={every} choices={kinds} />
    </Group>
  )
}
