import { posix } from 'node:path'
import { importsOf, type SourceFile } from './syntax.ts'

interface Room {
  readonly folder: string
  /** Folders of the project it may look into, itself included. */
  readonly sees: readonly string[]
  /** Packages it may use; a test of the name. */
  readonly uses: RegExp
}

const browserPackages =
  /^(react|react-dom|react-i18next|react-router|recharts|i18next|dayjs|zod|decimal\.js|@mantine\/|@tanstack\/|@orpc\/(client|contract|tanstack-query)|@fontsource)/

/** Imports run one way: renderer → shared, shell → doors → backend → shared, backend → migrations. First match counts. */
const rooms: readonly Room[] = [
  { folder: 'electron/shell/', sees: ['electron/shell/', 'electron/doors/', 'shared/'], uses: /^(electron|zod|node:)/ },
  {
    folder: 'electron/doors/',
    sees: ['electron/doors/', 'electron/backend/', 'shared/', 'package.json'],
    uses: /^(@orpc\/(server|contract)|zod|node:)/,
  },
  {
    folder: 'electron/backend/',
    sees: ['electron/backend/', 'migrations/', 'shared/'],
    uses: /^(@orpc\/(server|contract)|better-sqlite3|kysely|pdfmake|read-excel-file|write-excel-file|decimal\.js|zod|node:)/,
  },
  { folder: 'migrations/', sees: ['migrations/'], uses: /^kysely/ },
  { folder: 'shared/', sees: ['shared/'], uses: /^(zod|decimal\.js|i18next|@orpc\/contract)(\/|$)/ },
  { folder: 'renderer/ui/', sees: ['renderer/ui/', 'shared/'], uses: browserPackages },
  { folder: 'renderer/', sees: ['renderer/', 'shared/'], uses: browserPackages },
]

const areaOf = (path: string) => /^renderer\/areas\/([^/]+)\//.exec(path)?.[1]

/** What a file imports although a wall stands between. */
export function brokenWalls(file: SourceFile): string[] {
  const room = rooms.find(({ folder }) => file.path.startsWith(folder))
  if (!room) return [`${file.path} lies in no folder of the design`]
  return importsOf(file)
    .filter((specifier) => !mayImport(file.path, specifier, room))
    .map((specifier) => `${file.path} imports ${specifier}`)
}

function mayImport(path: string, specifier: string, { sees, uses }: Room): boolean {
  if (!specifier.startsWith('.')) return uses.test(specifier)
  const target = posix.join(posix.dirname(path), specifier)
  const area = areaOf(target)
  const isOtherArea = area !== undefined && areaOf(path) !== undefined && area !== areaOf(path)
  return !isOtherArea && sees.some((folder) => target.startsWith(folder))
}
