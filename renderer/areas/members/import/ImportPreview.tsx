import { Button, Text, Title } from '@mantine/core'
import type { Answers } from '../../../../shared/contract/index.ts'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import { RefusedRows } from './RefusedRows.tsx'

type Imported = Answers['members']['import']
type SoundRow = NonNullable<Imported['preview']>[number]

interface ImportPreviewProps {
  readonly name: string
  readonly answer: Imported
  readonly isBusy: boolean
  readonly onConfirm: () => void
}

/** What would come of the file, before anything does. */
export function ImportPreview({ name, answer, isBusy, onConfirm }: ImportPreviewProps) {
  const { t } = useText()
  const { imported, refused, columns, preview = [] } = answer
  const headings = (isUsed: boolean) =>
    columns
      .filter(({ field }) => (field !== null) === isUsed)
      .map(({ heading }) => heading)
      .join(', ')
  const [used, unused] = [headings(true), headings(false)]
  return (
    <>
      <Text c="gray.7">{t(($) => $.members.import.file, { name })}</Text>
      <Text size="lg" fw={600} role="status">
        {imported > 0 ? t(($) => $.members.import.ready, { count: imported }) : t(($) => $.members.import.readyNone)}
      </Text>
      {refused.length > 0 && <Text>{t(($) => $.members.import.refusedCount, { count: refused.length })}</Text>}
      {used !== '' && <Text size="sm">{t(($) => $.members.import.used, { columns: used })}</Text>}
      {unused !== '' && <Text size="sm">{t(($) => $.members.import.unused, { columns: unused })}</Text>}
      {imported > 0 && (
        <Button my="md" onClick={onConfirm} loading={isBusy} autoFocus>
          {t(($) => $.members.import.confirm, { count: imported })}
        </Button>
      )}
      <RefusedRows rows={refused} />
      {preview.length > 0 && <SoundRows rows={preview} all={imported} />}
    </>
  )
}

function SoundRows({ rows, all }: { readonly rows: readonly SoundRow[]; readonly all: number }) {
  const { t } = useText()
  const columns: readonly Column<SoundRow>[] = [
    { key: 'number', title: t(($) => $.members.list.number), kind: 'code', value: ({ number }) => number },
    { key: 'name', title: t(($) => $.members.list.name), width: 'minmax(14rem, 2fr)', value: ({ name }) => name },
    {
      key: 'sex',
      title: t(($) => $.members.fields.sex),
      width: '9rem',
      value: ({ sex }) => t(($) => $.members.fields[sex]),
    },
    { key: 'hamlet', title: t(($) => $.members.list.hamlet), value: ({ hamlet }) => hamlet },
    { key: 'joinedOn', title: t(($) => $.members.list.joinedOn), kind: 'date', value: ({ joinedOn }) => joinedOn },
  ]
  return (
    <section>
      <Title order={2} size="h4" mt="md" mb="xs">
        {t(($) => $.members.import.soundTitle)}
      </Title>
      <DataTable
        label={t(($) => $.members.import.soundTitle)}
        columns={columns}
        rows={rows}
        rowKey={({ number }) => number}
        maxHeight="22rem"
      />
      {rows.length < all && (
        <Text size="sm" c="gray.7">
          {t(($) => $.members.import.soundMore, { shown: rows.length, all })}
        </Text>
      )}
    </section>
  )
}
