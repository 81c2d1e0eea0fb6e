import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const electron = join(import.meta.dirname, '..', 'node_modules', 'electron')

/** Electron's program, where its runtime lies on this machine. */
export function electronProgram(): string | undefined {
  const named = join(electron, 'path.txt')
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electron, 'dist')
  const program = existsSync(named) ? join(dist, readFileSync(named, 'utf8')) : undefined
  return program !== undefined && existsSync(program) ? program : undefined
}

/** A window needs a screen, and Electron's sandbox does not hold for the root user. */
export function canShowWindow(): boolean {
  if (process.platform !== 'linux') return true
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  return Boolean(DISPLAY || WAYLAND_DISPLAY) && process.getuid?.() !== 0
}

/** Fetches the runtime where its source can be reached; asks first, so that an offline machine waits three seconds only. */
export async function fetchElectron(): Promise<string | undefined> {
  const source = process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/'
  try {
    const { ok } = await fetch(source, { method: 'HEAD', signal: AbortSignal.timeout(3_000) })
    if (!ok) return undefined
  } catch {
    return undefined
  }
  spawnSync(process.execPath, [join(electron, 'install.js')], {
    stdio: ['ignore', 'inherit', 'ignore'],
    timeout: 900_000,
  })
  return electronProgram()
}
