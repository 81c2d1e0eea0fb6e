import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answers } from '../../../shared/contract/index.ts'
import { orpc } from '../../app/queries.ts'
import { client } from '../../client.ts'
import { Complaint } from '../../ui/display/Complaint.tsx'
import { Done } from '../../ui/display/Done.tsx'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../ui/form/entry-form.ts'
import { FormFrame } from '../../ui/form/FormFrame.tsx'
import { useText } from '../../ui/text.ts'

const roles = ['chair', 'secretary', 'treasurer', 'supervisor'] as const
type Names = Readonly<Record<(typeof roles)[number], string>>

function namesOf({ rows }: Answers['officers']['list']): Names {
  const nameOf = (role: string) => rows.find((officer) => officer.role === role)?.name ?? ''
  return {
    chair: nameOf('chair'),
    secretary: nameOf('secretary'),
    treasurer: nameOf('treasurer'),
    supervisor: nameOf('supervisor'),
  }
}

/** Who signs the printed papers. */
export function Officers() {
  const { t } = useText()
  const { data, error } = useQuery(orpc.officers.list.queryOptions({ input: {} }))
  const [sentence, setSentence] = useState<string>()
  return (
    <>
      <PageHead title={t(($) => $.settings.officers.title)} text={t(($) => $.settings.officers.text)} />
      <Done sentence={sentence} />
      <Complaint error={error} />
      {data && <OfficersForm names={namesOf(data)} onSaved={() => setSentence(t(($) => $.settings.officers.saved))} />}
    </>
  )
}

function OfficersForm({ names, onSaved }: { readonly names: Names; readonly onSaved: () => void }) {
  const { t } = useText()
  const form = useEntryForm({
    initial: names,
    save: (values) => client.officers.set({ officers: roles.map((role) => ({ role, name: values[role] })) }),
    paths: Object.fromEntries(roles.map((role, index) => [`officers.${index}.name`, role])),
    onSaved: (answer) => {
      form.reset(namesOf(answer))
      onSaved()
    },
  })
  return (
    <FormFrame form={form} label={t(($) => $.settings.officers.title)}>
      {roles.map((role) => (
        <TextField key={role} label={t(($) => $.settings.officers[role])} {...form.field(role)} />
      ))}
    </FormFrame>
  )
}
