import { Text, Title } from '@mantine/core'
import { useNavigate } from 'react-router'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useText } from '../../ui/text.ts'
import type { Summary } from './Home.tsx'

/** The newest entries, each leading to its voucher. */
export function LastEntries({ rows }: { readonly rows: Summary['lastEntries'] }) {
  const { t } = useText()
  const navigate = useNavigate()
  return (
    <section>
      <Title order={2} size="h4" mt="lg" mb="xs">
        {t(($) => $.home.last.title)}
      </Title>
      {rows.length === 0 ? (
        <Text>{t(($) => $.home.last.empty)}</Text>
      ) : (
        <DataTable
          label={t(($) => $.home.last.title)}
          rows={rows}
          rowKey={({ entryId }) => entryId}
          onOpen={({ entryId }) => void navigate(`/books/entry/${entryId}`)}
          opens={t(($) => $.ui.saved.journal)}
          maxHeight="26rem"
          columns={[
            { key: 'date', title: t(($) => $.home.last.date), kind: 'date', value: ({ date }) => date },
            { key: 'voucher', title: t(($) => $.home.last.voucher), kind: 'code', value: ({ voucher }) => voucher },
            { key: 'text', title: t(($) => $.home.last.description), value: ({ description }) => description },
            { key: 'total', title: t(($) => $.home.last.total), kind: 'money', value: ({ amount }) => amount },
          ]}
        />
      )}
    </section>
  )
}
