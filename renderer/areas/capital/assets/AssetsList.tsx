import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import { groupNameOf } from './asset-values.ts'

type Asset = Answers['assets']['register']['rows'][number]

/** What the cooperative has that lasts, all or at one place, with what it cost and stands at. */
export function AssetsList() {
  const { t, language } = useText()
  const navigate = useNavigate()
  const { today } = useBook()
  const [place, setPlace] = useState('')
  const query = useQuery(orpc.assets.register.queryOptions({ input: { asOf: today } }))
  const all = query.data?.rows ?? []
  const places = [...new Set(all.flatMap((row) => row.place ?? []))].toSorted()
  const params = { asOf: today, ...(place !== '' && { place }) }
  const shown = useQuery(orpc.assets.register.queryOptions({ input: params }))
  return (
    <>
      <PageHead
        title={t(($) => $.assets.list.title)}
        text={t(($) => $.assets.list.text)}
        actions={
          <>
            <PaperButton asked={{ report: 'assetRegister', params, language }} label={t(($) => $.assets.list.print)} />
            <PaperButton asked={{ report: 'assetLabels', params, language }} label={t(($) => $.assets.list.labels)} />
            <Button component={Link} to="/funds/assets/depreciation" variant="default">
              {t(($) => $.assets.depreciation.title)}
            </Button>
            <Button component={Link} to="/funds/assets/new">
              {t(($) => $.assets.entry.title)}
            </Button>
          </>
        }
      />
      <Group mb="md" align="end">
        {places.length > 0 && (
          <ChoiceField
            label={t(($) => $.assets.list.place)}
            value={place}
            onChange={setPlace}
            none={t(($) => $.assets.list.everywhere)}
            choices={places.map((one) => ({ value: one, label: one }))}
          />
        )}
        <Button component={Link} to="/funds/assets/gone" variant="default">
          {t(($) => $.assets.gone.open)}
        </Button>
      </Group>
      <DataTable
        label={t(($) => $.assets.list.title)}
        columns={useColumns()}
        rows={shown.data?.rows ?? []}
        rowKey={({ assetId }) => assetId}
        onOpen={({ assetId }) => void navigate(`/funds/assets/card/${assetId}`)}
        {...(shown.data && { totals: shown.data.totals })}
        isLoading={shown.isPending}
        hasFailed={shown.isError}
        onRetry={() => void shown.refetch()}
        // At the largest letters the rest of the window holds one line alone; the screen scrolls instead.
        maxHeight="26rem"
        empty={place === '' ? t(($) => $.assets.list.empty) : t(($) => $.assets.list.emptyPlace)}
      />
    </>
  )
}

function useColumns(): readonly Column<Asset>[] {
  const { t } = useText()
  const money = (key: 'cost' | 'accumulated' | 'bookValue'): Column<Asset> => ({
    ...{ key, title: t(($) => $.assets.list[key]), kind: 'money' },
    value: (row) => row[key],
  })
  return [
    { key: 'number', title: t(($) => $.assets.list.number), kind: 'code', width: '6rem', value: (row) => row.number },
    { key: 'name', title: t(($) => $.assets.list.name), width: 'minmax(10rem, 2fr)', value: (row) => row.name },
    {
      key: 'group',
      title: t(($) => $.assets.list.group),
      width: '8rem',
      value: ({ account }) => groupNameOf(t, account),
    },
    { key: 'place', title: t(($) => $.assets.list.place), width: '7rem', value: (row) => row.place },
    {
      key: 'condition',
      title: t(($) => $.assets.list.condition),
      width: '6rem',
      value: ({ condition }) => t(($) => $.assets.condition[condition]),
    },
    money('cost'),
    money('accumulated'),
    money('bookValue'),
  ]
}
