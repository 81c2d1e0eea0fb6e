import { Button, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { orpc } from '../../app/queries.ts'
import { useBook } from '../../app/session.tsx'
import { Complaint } from '../../ui/display/Complaint.tsx'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { useText } from '../../ui/text.ts'
import classes from './settings.module.css'

/** Which program, which book, where it lies, and the code supervisors compare. */
export function About() {
  const { t } = useText()
  const { book } = useBook()
  const status = useQuery(orpc.book.status.queryOptions({ input: {} }))
  const close = useMutation(orpc.book.close.mutationOptions())
  return (
    <>
      <PageHead title={t(($) => $.settings.about.title)} text={t(($) => $.settings.about.license)} />
      <dl className={classes.facts}>
        <Fact label={t(($) => $.settings.about.program)}>{status.data?.program}</Fact>
        <Fact label={t(($) => $.settings.about.folder)}>{status.data?.folder}</Fact>
        <Fact label={t(($) => $.settings.about.book)}>{book.name}</Fact>
        <Fact label={t(($) => $.settings.about.path)}>{book.path}</Fact>
        <Fact label={t(($) => $.settings.about.entries)}>{book.entries}</Fact>
        <Fact label={t(($) => $.settings.about.head)}>
          {book.head.hash}
          <Text size="sm" c="gray.7">
            {t(($) => $.settings.about.headHint)}
          </Text>
        </Fact>
      </dl>
      <Title order={2} size="h4" mt="lg">
        {t(($) => $.settings.about.display)}
      </Title>
      <Text>{t(($) => $.settings.about.displayText)}</Text>
      {status.data?.canSwitch && (
        <>
          <Title order={2} size="h4" mt="lg">
            {t(($) => $.settings.about.closeBook)}
          </Title>
          <Text>{t(($) => $.settings.about.closeText)}</Text>
          <Complaint error={close.error} />
          <Button variant="default" mt="sm" loading={close.isPending} onClick={() => close.mutate({})}>
            {t(($) => $.settings.about.closeBook)}
          </Button>
        </>
      )}
    </>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
