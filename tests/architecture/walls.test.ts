import { expect, test } from 'vitest'
import { sourceFiles } from './syntax.ts'
import { brokenWalls } from './walls.ts'

test('imports run one way', () => {
  const files = sourceFiles('electron', 'renderer', 'shared', 'migrations')
  expect(files.length).toBeGreaterThan(100)
  expect(files.flatMap(brokenWalls)).toEqual([])
})

const planted: [string, string][] = [
  ['shared/rules/money.ts', "import { readFileSync } from 'node:fs'"],
  ['shared/rules/money.ts', "import type { Tx } from '../../electron/backend/db/tables.ts'"],
  ['shared/contract/savings.ts', "export { router } from '../../electron/backend/api/index.ts'"],
  ['renderer/areas/savings/Deposit.tsx', "import type { router } from '../../../electron/backend/api/index.ts'"],
  ['renderer/areas/savings/Deposit.tsx', "import { Members } from '../members/Members.tsx'"],
  ['renderer/areas/savings/Deposit.tsx', "import Database from 'better-sqlite3'"],
  ['renderer/ui/MoneyField.tsx', "import { client } from '../client.ts'"],
  ['electron/backend/services/savings/savings.ts', "import { app } from 'electron'"],
  ['electron/backend/services/savings/savings.ts', "const { app } = await import('electron')"],
  ['electron/backend/services/savings/savings.ts', "import { openHttpDoor } from '../../../doors/http.ts'"],
  ['electron/doors/http.ts', "import { BrowserWindow } from 'electron'"],
  ['electron/doors/http.ts', "import { home } from '../shell/security.ts'"],
  ['electron/shell/main.ts', "import { Desk } from '../backend/desk.ts'"],
  ['migrations/0001_the_book.ts', "import { senMax } from '../shared/rules/money.ts'"],
  ['electron/other/x.ts', "import 'kysely'"],
]

test.each(planted)('in %s a wall stops %s', (path, text) => {
  expect(brokenWalls({ path, text })).toHaveLength(1)
})

test('a file that cannot be read is an error, not a silence', () => {
  expect(() => brokenWalls({ path: 'shared/x.ts', text: 'import { from' })).toThrow('does not parse')
})
