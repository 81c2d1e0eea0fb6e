import { Alert, Button, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import { formatDate } from '../../../../shared/calendar.ts'
import type { MemberAnswer } from '../../../../shared/contract/members.ts'
import { AttachmentPanel } from '../../../app/attachments/AttachmentPanel.tsx'
import { orpc } from '../../../app/queries.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useText } from '../../../ui/text.ts'
import { MemberLeft } from '../exit/MemberLeft.tsx'
import classes from '../members.module.css'
import { useMemberWarnings } from '../use-member-warnings.ts'
import { MemberDues } from './MemberDues.tsx'
import { MemberEntries } from './MemberEntries.tsx'
import { MemberFacts } from './MemberFacts.tsx'
import { MemberLoans } from './MemberLoans.tsx'
import { MemberPapers } from './MemberPapers.tsx'
import { MemberSavings } from './MemberSavings.tsx'
import { MemberShu } from './MemberShu.tsx'

/** One member, the whole relation on one page: who she is, what she saved and borrowed, what happened last. */
export function MemberPage() {
  const { t } = useText()
  const { memberId = '' } = useParams()
  const [isBack, setBack] = useState(false)
  const input = { memberId }
  const member = useQuery(orpc.members.get.queryOptions({ input }))
  const standing = useQuery(orpc.members.standing.queryOptions({ input }))
  const hasLeft = member.data?.active === false
  const left = useQuery({ ...orpc.members.exitStatement.queryOptions({ input }), enabled: hasLeft, retry: false })
  if (member.isError && !member.data) return <Complaint error={member.error} />
  if (!member.data) return null
  const statement = hasLeft ? left.data : undefined
  return (
    <>
      <Head member={member.data} />
      <Warnings />
      {isBack && !hasLeft && (
        <Text role="status" fw={600} mb="md">
          {t(($) => $.leaving.undo.done, { name: member.data.name })}
        </Text>
      )}
      {statement && <MemberLeft left={statement} onUndone={() => setBack(true)} />}
      <div className={classes.relation}>
        <Stack gap="lg">
          <Box title={t(($) => $.members.page.data)}>
            <MemberFacts member={member.data} />
          </Box>
          <Box title={t(($) => $.members.page.papers)}>
            <MemberPapers member={member.data} standing={standing.data} left={statement} />
          </Box>
        </Stack>
        <Stack gap="lg">
          <Box title={t(($) => $.members.page.savings)}>
            {standing.data && <MemberDues standing={standing.data} />}
            <MemberSavings member={member.data} />
          </Box>
          <Box title={t(($) => $.shu.ofMember.title)}>
            <MemberShu memberId={memberId} />
          </Box>
          <Box title={t(($) => $.members.page.loans)}>{standing.data && <MemberLoans standing={standing.data} />}</Box>
        </Stack>
      </div>
      <Title order={2} size="h4" mt="lg" mb="xs">
        {t(($) => $.members.page.entries)}
      </Title>
      <MemberEntries memberId={memberId} />
      <AttachmentPanel subject={{ kind: 'member', id: memberId }} />
    </>
  )
}

function Box({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Paper withBorder p="md" radius="md">
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {children}
    </Paper>
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
          {active && (
            <Button component={Link} to={`/members/${memberId}/exit`} variant="default">
              {t(($) => $.leaving.action)}
            </Button>
          )}
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
