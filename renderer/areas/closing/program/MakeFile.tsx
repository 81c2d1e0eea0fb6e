import { Button, Group, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { quarterText } from '../../../../shared/statements/program-merged-notes.ts'
import { hostFile } from '../../../app/paper.ts'
import { orpc } from '../../../app/queries.ts'
import { client } from '../../../client.ts'
import { host } from '../../../host.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { Done, useSaid } from '../../../ui/display/Done.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { useText } from '../../../ui/text.ts'

/** The file of one quarter, kept where the treasurer wants it; the newest quarter that is over is proposed. */
export function MakeFile() {
  const { t, language } = useText()
  const [chosen, setChosen] = useState<string>()
  const [said, say] = useSaid()
  const queries = useQueryClient()
  const { data, error } = useQuery(orpc.program.quarters.queryOptions())
  const making = useMutation({
    mutationFn: async (quarter: string) => {
      const file = await hostFile(await client.program.export({ quarter }))
      const kept = await host.saveFile(file)
      // A browser tells nobody where it put a file; on the desktop there is none where nothing is told.
      return kept === undefined && host.kind === 'desktop' ? undefined : file.name
    },
    onSuccess: async (name) => {
      // The first file makes the key whose code is shown.
      await queries.invalidateQueries({ queryKey: orpc.program.quarters.key() })
      say(name === undefined ? undefined : t(($) => $.programScreen.make.done, { name }))
    },
    meta: { readsOnly: true },
  })
  const rows = data?.rows ?? []
  const quarter = chosen ?? rows[0]?.quarter
  return (
    <section aria-label={t(($) => $.programScreen.make.title)}>
      <Title order={2} size="h4" mb="xs">
        {t(($) => $.programScreen.make.title)}
      </Title>
      <Done key={said.count} sentence={said.sentence} />
      <Complaint error={error ?? making.error} />
      {data && quarter === undefined && <Text>{t(($) => $.programScreen.make.none)}</Text>}
      {quarter !== undefined && (
        <Group align="flex-end" gap="sm">
          <ChoiceField
            label={t(($) => $.programScreen.make.quarter)}
            value={quarter}
            onChange={setChosen}
            choices={rows.map((row) => {
              const name = quarterText(row.quarter, language)
              const label = row.isFinal ? name : t(($) => $.programScreen.make.isOpen, { quarter: name })
              return { value: row.quarter, label }
            })}
          />
          <Button size="md" loading={making.isPending} onClick={() => making.mutate(quarter)}>
            {t(($) => $.programScreen.make.save)}
          </Button>
        </Group>
      )}
      {data?.key && (
        <Text mt="xs">
          {`${t(($) => $.programScreen.make.key)}: `}
          <Text span fw={600}>
            {data.key}
          </Text>
          {`. ${t(($) => $.programScreen.make.keyText)}`}
        </Text>
      )}
    </section>
  )
}
