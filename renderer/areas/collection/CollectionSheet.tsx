import { Button, Group, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { type ReactNode, type Ref, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { matchesWords } from '../../ui/fields/matches.ts'
import { useText } from '../../ui/text.ts'
import { BoxNote } from './BoxNote.tsx'
import { CollectionGrid, type GridHandle } from './CollectionGrid.tsx'
import type { Cell, CollectionWork } from './collection-work.ts'
import type { LineMark } from './SheetLine.tsx'
import { SheetTools } from './SheetTools.tsx'
import type { SheetRow } from './sheet-columns.ts'
import { useFilling } from './use-filling.ts'
import type { DaySheet } from './use-sheet.ts'

interface CollectionSheetProps {
  readonly ref: Ref<GridHandle>
  readonly work: CollectionWork
  readonly sheet: DaySheet
  readonly marks: ReadonlyMap<string, readonly LineMark[]>
  /** The fields of the meeting, in one row with the search. */
  readonly children: ReactNode
}

/** The sheet with its search: Enter in the search goes to the member's boxes, Enter behind the last box comes back. */
export function CollectionSheet({ ref, work, sheet, marks, children }: CollectionSheetProps) {
  const { t } = useText()
  const search = useRef<HTMLInputElement>(null)
  const note = useRef<HTMLDivElement>(null)
  const grid = useRef<GridHandle>(null)
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>()
  const rows = useMemo(() => shownRows(sheet.rows, text, chosen), [sheet.rows, text, chosen])
  const filling = useFilling(work, rows)
  const awaited = useRef<Cell>(undefined)
  useImperativeHandle(ref, () => ({
    focus: (cell) => {
      if (cell === undefined || rows.some(({ memberId }) => memberId === cell.memberId)) {
        grid.current?.focus(cell)
        return
      }
      // A line that the search hides must be shown before it can be gone to.
      awaited.current = cell
      setText('')
      setChosen(undefined)
    },
  }))
  useLayoutEffect(() => {
    if (!awaited.current || !rows.some(({ memberId }) => memberId === awaited.current?.memberId)) return
    grid.current?.focus(awaited.current)
    awaited.current = undefined
  }, [rows])

  const toSearch = () => {
    search.current?.focus()
    search.current?.select()
  }
  const leave = (to: 'before' | 'after') => {
    if (to === 'before' || rows.length < sheet.rows.length) toSearch()
    else search.current?.form?.querySelector<HTMLInputElement>('input[data-denomination]')?.focus()
  }
  useHotkeys(
    [
      ['mod+F', toSearch],
      ['mod+I', filling.fill],
    ],
    [],
  )
  return (
    <div>
      <SheetTools
        search={search}
        text={text}
        onText={setText}
        isTypedOnly={chosen !== undefined}
        onTypedOnly={(only) => setChosen(only ? membersIn(work) : undefined)}
        onEnter={() => grid.current?.focus()}
        filling={filling}
        shown={rows.length}
        all={sheet.rows.length}
      >
        {children}
      </SheetTools>
      {rows.length === 0 ? (
        <NoLines sheet={sheet} />
      ) : (
        <CollectionGrid
          ref={grid}
          work={work}
          rows={rows}
          columns={sheet.columns}
          marks={marks}
          onLeave={leave}
          onQuestion={() => focusQuestion(note.current)}
        />
      )}
      <BoxNote ref={note} work={work} columns={sheet.columns} onAnswered={(cell) => grid.current?.focus(cell)} />
      <Text size="sm" c="gray.7" mt={4}>
        {t(($) => $.collection.keys)}
      </Text>
    </div>
  )
}

function NoLines({ sheet }: { readonly sheet: DaySheet }) {
  const { t } = useText()
  if (sheet.hasFailed) {
    return (
      <Group role="alert" gap="sm" p="md">
        <Text>{t(($) => $.ui.table.failed)}</Text>
        <Button variant="default" size="compact-sm" onClick={sheet.retry}>
          {t(($) => $.ui.table.again)}
        </Button>
      </Group>
    )
  }
  return (
    <Text p="md" role="status">
      {sheet.isLoading
        ? t(($) => $.ui.table.loading)
        : sheet.rows.length === 0
          ? t(($) => $.collection.grid.noMembers)
          : t(($) => $.collection.grid.noMatch)}
    </Text>
  )
}

function shownRows(rows: readonly SheetRow[], text: string, chosen: ReadonlySet<string> | undefined) {
  if (text.trim() === '' && chosen === undefined) return rows
  return rows.filter(
    ({ memberId, number, name, hamlet }) =>
      (chosen?.has(memberId) ?? true) && matchesWords(`${number} ${name} ${hamlet ?? ''}`, text),
  )
}

function membersIn(work: CollectionWork): ReadonlySet<string> {
  return new Set(work.collected().map(({ memberId }) => memberId))
}

/** Goes to the first answer of the question below the sheet. */
function focusQuestion(note: HTMLElement | null): boolean {
  const answer = note?.querySelector<HTMLElement>('button')
  answer?.focus()
  return answer !== undefined && answer !== null
}
