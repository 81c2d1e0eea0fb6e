import { Button, Group, List, Paper, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { Answers } from '../../../shared/contract/index.ts'
import { orpc } from '../../app/queries.ts'
import { useBook } from '../../app/session.tsx'
import { useFreshVisit } from '../../app/use-fresh-visit.ts'
import { client } from '../../client.ts'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { useEntryForm } from '../../ui/form/entry-form.ts'
import { FormFrame } from '../../ui/form/FormFrame.tsx'
import { useText } from '../../ui/text.ts'
import { MemberFields } from './MemberFields.tsx'
import { memberInput, memberPaths, newMemberValues } from './member-values.ts'
import { useMemberWarnings } from './use-member-warnings.ts'

interface Created {
  readonly answer: Answers['members']['create']
  readonly name: string
}

/** A new member under the next free number. */
export function NewMember() {
  const { t } = useText()
  const [created, setCreated] = useState<Created>()
  useFreshVisit(() => setCreated(undefined))
  const next = useQuery({ ...orpc.members.nextNumber.queryOptions({ input: {} }), gcTime: 0 })
  // Asked anew after each member; while a form is on the screen its number stays, whatever is asked again.
  const [number, setNumber] = useState<string>()
  const isFresh = !next.isFetching && !created
  if (isFresh && number === undefined) setNumber(next.data?.number ?? '')
  if (created && number !== undefined) setNumber(undefined)
  return (
    <>
      <PageHead title={t(($) => $.members.create.title)} />
      {created ? (
        <Notice created={created} onNext={() => setCreated(undefined)} />
      ) : (
        number !== undefined && <Fields number={number} onCreated={setCreated} />
      )}
    </>
  )
}

interface FieldsProps {
  readonly number: string
  readonly onCreated: (created: Created) => void
}

function Fields({ number, onCreated }: FieldsProps) {
  const { t } = useText()
  const { today } = useBook()
  const form = useEntryForm({
    initial: newMemberValues(number, today),
    save: (values, requestId) => client.members.create({ requestId, ...memberInput(values) }),
    onSaved: (answer, { name }) => onCreated({ answer, name }),
    paths: memberPaths,
  })
  return (
    <FormFrame
      form={form}
      label={t(($) => $.members.create.title)}
      saveLabel={t(($) => $.members.create.save)}
      maxWidth="52rem"
    >
      <MemberFields form={form} first="name" />
    </FormFrame>
  )
}

function Notice({ created, onNext }: { readonly created: Created; readonly onNext: () => void }) {
  const { t } = useText()
  const { answer, name } = created
  const { memberId, number } = answer
  const warnings = useMemberWarnings(answer.warnings)
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => next.current?.focus(), [])
  return (
    <Paper withBorder p="lg" radius="md" maw="44rem" role="status">
      <Text size="lg">{t(($) => $.members.create.saved, { number, name })}</Text>
      {warnings.length > 0 && (
        <>
          <Text fw={600} mt="sm">
            {t(($) => $.ui.saved.warnings)}
          </Text>
          <List>
            {warnings.map((warning) => (
              <List.Item key={warning}>{warning}</List.Item>
            ))}
          </List>
        </>
      )}
      <Group gap="sm" mt="md">
        <Button ref={next} onClick={onNext}>
          {t(($) => $.members.create.next)}
        </Button>
        <Button component={Link} to={`/savings/deposit?member=${memberId}`} variant="default">
          {t(($) => $.members.create.deposit)}
        </Button>
        <Button component={Link} to={`/members/${memberId}`} variant="default">
          {t(($) => $.members.create.page)}
        </Button>
      </Group>
    </Paper>
  )
}
