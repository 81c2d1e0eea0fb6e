import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Where SQLite's machine code lies: beside a packaged program (`resources/native`), or in node_modules of a checkout.
 * Undefined leaves the search to better-sqlite3 itself, which works wherever the program runs unbundled.
 */
export function nativeBinding(): string | undefined {
  const { resourcesPath } = process as { resourcesPath?: string }
  const packaged = resourcesPath ? join(resourcesPath, 'native', 'better_sqlite3.node') : undefined
  if (packaged && existsSync(packaged)) return packaged
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const beside = join(folder, 'native', 'better_sqlite3.node')
    if (existsSync(beside)) return beside
    const prebuild = join(
      folder,
      'node_modules',
      'better-sqlite3',
      'prebuilds',
      `${platformName()}-${process.arch}.node`,
    )
    if (existsSync(prebuild)) return prebuild
  }
  return undefined
}

function platformName(): string {
  if (process.platform !== 'linux') return process.platform
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } }
  return report.header?.glibcVersionRuntime ? 'linux' : 'linuxmusl'
}
