import { Alert, Button, Paper, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useParams } from 'react-router'
import { formatDate } from '../../../shared/calendar.ts'
import type { MemberAnswer } from '../../../shared/contract/members.ts'
import { orpc } from '../../app/queries.ts'
import { Complaint } from '../../ui/display/Complaint.tsx'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { useText } from '../../ui/text.ts'
import { MemberEntries } from './MemberEntries.tsx'
import { MemberFacts } from './MemberFacts.tsx'
import { MemberSavings } from './MemberSavings.tsx'
import classes from './members.module.css'
import { useMemberWarnings } from './use-member-warnings.ts'

/** One member, the whole relation on one page: who she is, what she saved, what happened last. */
export function MemberPage() {
  const { t } = useText()
  const { memberId = '' } = useParams()
  const member = useQuery(orpc.members.get.queryOptions({ input: { memberId } }))
  if (member.isError && !member.data) return <Complaint error={member.error} />
  if (!member.data) return null
  return (
    <>
      <Head member={member.data} />
      <Warnings />
      <div className={classes.relation}>
        <Paper withBorder p="md" radius="md">
          <Title order={2} size="h4" mb="xs">
            {t(($) => $.members.page.data)}
          </Title>
          <MemberFacts member={member.data} />
        </Paper>
        <Paper withBorder p="md" radius="md">
          <Title order={2} size="h4" mb="xs">
            {t(($) => $.members.page.savings)}
          </Title>
          <MemberSavings member={member.data} />
        </Paper>
      </div>
      <Title order={2} size="h4" mt="lg" mb="xs">
        {t(($) => $.members.page.entries)}
      </Title>
      <MemberEntries member={member.data} />
    </>
  )
}

function Head({ member }: { readonly member: MemberAnswer }) {
  const { t, language } = useText()
  const { memberId, name, number, joinedOn, leftOn, active } = member
  const since = t(($) => $.members.page.subtitle, { number, date: formatDate(joinedOn, language) })
  const left = leftOn === null ? '' : `. ${t(($) => $.members.page.left, { date: formatDate(leftOn, language) })}`
  return (
    <PageHead
      title={name}
      text={since + left}
      actions={
        <>
          {active && (
            <Button component={Link} to={`/savings/deposit?member=${memberId}`}>
              {t(($) => $.members.page.deposit)}
            </Button>
          )}
          {active && (
            <Button component={Link} to={`/savings/withdraw?member=${memberId}`} variant="default">
              {t(($) => $.members.page.withdraw)}
            </Button>
          )}
          <Button component={Link} to={`/members/${memberId}/edit`} variant="default">
            {t(($) => $.members.page.edit)}
          </Button>
        </>
      }
    />
  )
}

/** What the last change made the program notice; gone with the next visit. */
function Warnings() {
  const { t } = useText()
  const { state } = useLocation()
  const words: unknown = state?.warnings
  const warnings = useMemberWarnings(Array.isArray(words) ? words : [])
  if (warnings.length === 0) return null
  return (
    <Alert color="yellow" variant="light" role="status" mb="md" title={t(($) => $.ui.saved.warnings)}>
      {warnings.map((warning) => (
        <Text key={warning} c="dark.9">
          {warning}
        </Text>
      ))}
    </Alert>
  )
}
