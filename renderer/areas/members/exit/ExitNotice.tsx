import { Button, Group, Paper, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import type { MemberAnswer } from '../../../../shared/contract/members.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { usePostingWarnings } from '../../../app/use-posting-warnings.ts'
import { useText } from '../../../ui/text.ts'
import { SettlementTable } from './SettlementTable.tsx'

interface ExitNoticeProps {
  readonly member: MemberAnswer
  readonly exited: Answers['members']['exit']
}

/** What stands on the screen once a member left: the voucher with its buttons, the payment, the settlement. */
export function ExitNotice({ member: { memberId, name }, exited }: ExitNoticeProps) {
  const { t, language } = useText()
  const [isReversed, setReversed] = useState(false)
  const { entry, totals } = exited
  const warnings = usePostingWarnings(exited.warnings)
  const sentence =
    totals.payable > 0
      ? t(($) => $.leaving.saved, { name, amount: formatRupiah(totals.payable) })
      : t(($) => $.leaving.savedNothing, { name })
  const links = (
    <Group gap="sm" mt="sm">
      {totals.payable > 0 && !isReversed && (
        <Button component={Link} to={`/members/${memberId}/pay-exit`}>
          {t(($) => $.leaving.pay)}
        </Button>
      )}
      {!isReversed && (
        <PaperButton
          asked={{ report: 'exitSettlement', params: { memberId }, language }}
          label={t(($) => $.leaving.print)}
        />
      )}
      <Button component={Link} to={`/members/${memberId}`} variant="default">
        {t(($) => $.leaving.page)}
      </Button>
    </Group>
  )
  return (
    <>
      {entry ? (
        <SavedPanel posted={entry} sentence={sentence} warnings={warnings} onReversed={() => setReversed(true)}>
          {links}
        </SavedPanel>
      ) : (
        <Paper withBorder p="lg" radius="md" maw="48rem" role="status">
          <Title order={2} size="h4">
            {t(($) => $.ui.saved.title)}
          </Title>
          <Text size="lg">{sentence}</Text>
          {links}
        </Paper>
      )}
      <Paper withBorder p="md" radius="md" maw="48rem" mt="lg">
        <SettlementTable sheet={exited} />
      </Paper>
    </>
  )
}
