import { Anchor, Button, Group, List, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { Dialog } from '../ui/dialogs/Dialog.tsx'
import { useText } from '../ui/text.ts'
import { orpc } from './queries.ts'
import { ledgerAddress, type Scope } from './statement-links.ts'

interface AccountsBehindProps {
  /** The line of the statement. */
  readonly caption: string
  readonly codes: readonly string[]
  /** Of the figure that was clicked. */
  readonly scope: Scope
  readonly onClose: () => void
}

/** The accounts that a line of a statement adds up, each leading to its ledger. */
export function AccountsBehind({ caption, codes, scope, onClose }: AccountsBehindProps) {
  const { t, language } = useText()
  const { data } = useQuery(orpc.accounts.list.queryOptions({ input: {} }))
  const nameOf = (code: string) => {
    const account = data?.rows.find((row) => row.code === code)
    return (language === 'en' ? account?.nameEn : account?.nameId) ?? code
  }
  return (
    <Dialog isOpen onClose={onClose} title={t(($) => $.reporting.behind, { caption })}>
      <Text mb="sm">{t(($) => $.reporting.behindText)}</Text>
      <List listStyleType="none" spacing="xs">
        {codes.map((code, index) => (
          <List.Item key={code}>
            <Anchor
              component={Link}
              to={ledgerAddress(code, scope)}
              underline="always"
              data-autofocus={index === 0 || undefined}
            >
              {nameOf(code)}
            </Anchor>
          </List.Item>
        ))}
      </List>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t(($) => $.reporting.behindClose)}
        </Button>
      </Group>
    </Dialog>
  )
}
