import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const secretText = 'a file beside the screens that nobody may fetch'

/** A small set of built screens in a folder of its own, with a file beside it that must stay unseen. */
export function makeScreens(): { folder: string; remove(): void } {
  const home = mkdtempSync(join(tmpdir(), 'lumbung-screens-'))
  const folder = join(home, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><meta name="style-nonce" content="" /><script type="module" src="./assets/app.js"></script>',
  )
  writeFileSync(join(folder, 'assets', 'app.js'), 'document.title = "Lumbung"\n')
  writeFileSync(join(folder, 'assets', 'app.js.map'), '{}')
  writeFileSync(join(home, 'secret.html'), secretText)
  return { folder, remove: () => rmSync(home, { recursive: true, force: true }) }
}
