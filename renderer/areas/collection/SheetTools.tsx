import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { useText } from '../../ui/text.ts'
import classes from './collection.module.css'
import type { Filling } from './use-filling.ts'

interface SheetToolsProps {
  readonly search: Ref<HTMLInputElement>
  readonly text: string
  readonly onText: (text: string) => void
  readonly isTypedOnly: boolean
  readonly onTypedOnly: (isTypedOnly: boolean) => void
  /** Enter or an arrow leaves the search for the boxes. */
  readonly onEnter: () => void
  readonly filling: Filling
  readonly shown: number
  readonly all: number
  readonly children: ReactNode
}

/** Above the sheet: finding a member, filling in what is due. */
export function SheetTools(props: SheetToolsProps) {
  const { search, text, onText, isTypedOnly, onTypedOnly, onEnter, filling, shown, all, children } = props
  const { t } = useText()
  const onKeyDown = (event: KeyboardEvent) => {
    const leaves = event.key === 'Enter' || event.key === 'ArrowDown'
    if (!leaves || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onEnter()
  }
  return (
    <>
      <div className={classes.fields}>
        {children}
        <TextInput
          ref={search}
          label={t(($) => $.collection.filter.label)}
          placeholder={t(($) => $.collection.filter.hint)}
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          autoComplete="off"
        />
      </div>
      <Group gap="md" mb="xs">
        <Button variant="default" size="sm" onClick={filling.fill}>
          {shown < all ? t(($) => $.collection.fill.shown, { count: shown }) : t(($) => $.collection.fill.all)}
          {` (${t(($) => $.collection.fill.key)})`}
        </Button>
        <Checkbox
          label={t(($) => $.collection.filter.typedOnly)}
          checked={isTypedOnly}
          onChange={(event) => onTypedOnly(event.currentTarget.checked)}
        />
        {shown < all && (
          <Text size="sm" c="gray.7" role="status">
            {t(($) => $.collection.filter.shown, { shown, all })}
          </Text>
        )}
        <FillingNotice filling={filling} />
      </Group>
    </>
  )
}

/** What the last filling did. */
function FillingNotice({ filling: { filled, undo } }: { readonly filling: Filling }) {
  const { t } = useText()
  if (filled === undefined) return null
  return (
    <Group gap="sm">
      <Text size="sm" role="status">
        {filled.length === 0
          ? t(($) => $.collection.fill.nothing)
          : t(($) => $.collection.fill.done, { count: filled.length })}
      </Text>
      {filled.length > 0 && (
        <Button size="compact-sm" variant="default" onClick={undo}>
          {t(($) => $.collection.fill.undo)}
        </Button>
      )}
    </Group>
  )
}
