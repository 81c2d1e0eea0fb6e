import { ActionIcon, Button, Kbd } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { HelpIcon, SearchIcon } from '../ui/display/icons.tsx'
import { useText } from '../ui/text.ts'
import { BackupBadge } from './BackupBadge.tsx'
import { DisplaySettings } from './DisplaySettings.tsx'
import classes from './frame.module.css'
import { useBook } from './session.tsx'

/** Which book this is, where it lies, how safe it is; and what is wanted on every screen. */
export function Header({ onHelp }: { readonly onHelp: () => void }) {
  const { t } = useText()
  const { book } = useBook()
  return (
    <div className={classes.header}>
      <div className={classes.book}>
        <div className={classes.name}>{book.name}</div>
        <div className={classes.path} title={t(($) => $.app.header.where, { path: book.path })}>
          {book.path}
        </div>
      </div>
      <BackupBadge />
      <Button
        variant="default"
        size="sm"
        leftSection={<SearchIcon size="1rem" />}
        rightSection={<Kbd size="xs">{t(($) => $.app.header.searchKeys)}</Kbd>}
        onClick={spotlight.open}
      >
        {t(($) => $.app.header.search)}
      </Button>
      <DisplaySettings />
      <ActionIcon variant="default" size="lg" aria-label={t(($) => $.app.header.help)} onClick={onHelp}>
        <HelpIcon />
      </ActionIcon>
    </div>
  )
}
