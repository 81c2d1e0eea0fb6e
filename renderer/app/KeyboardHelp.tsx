import { Button, Group, Kbd } from '@mantine/core'
import { Dialog } from '../ui/dialogs/Dialog.tsx'
import { useText } from '../ui/text.ts'
import classes from './frame.module.css'

const shortcuts = [
  ['find', 'Ctrl+K'],
  ['help', '?'],
  ['next', 'Enter'],
  ['save', 'Ctrl+Enter'],
  ['rows', '↑ ↓ PgUp PgDn'],
  ['open', 'Enter'],
  ['day', '↑ ↓'],
  ['close', 'Esc'],
] as const

interface KeyboardHelpProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** What can be done without the mouse. */
export function KeyboardHelp({ isOpen, onClose }: KeyboardHelpProps) {
  const { t } = useText()
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t(($) => $.app.keys.title)} size="lg">
      <table className={classes.keys}>
        <tbody>
          {shortcuts.map(([name, keys]) => (
            <tr key={name}>
              <th scope="row">
                <Kbd>{keys}</Kbd>
              </th>
              <td>{t(($) => $.app.keys[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Group justify="flex-end" mt="md">
        <Button onClick={onClose} data-autofocus>
          {t(($) => $.app.keys.done)}
        </Button>
      </Group>
    </Dialog>
  )
}
