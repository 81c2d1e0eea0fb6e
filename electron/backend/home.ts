import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the program keeps what is its own (witness, logs, backups): always below the user's home, never beside a book. */
export function homeFolder(): string {
  const home = homedir()
  if (process.platform === 'win32') return join(home, 'AppData', 'Local', 'Lumbung')
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Lumbung')
  return join(home, '.local', 'share', 'lumbung')
}
