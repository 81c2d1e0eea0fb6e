import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildTargets } from './build.ts'
import { canShowWindow, electronProgram, fetchElectron } from './electron-runtime.ts'

const root = join(import.meta.dirname, '..')
const words = process.argv.slice(2)

/** Becomes another program, so that a signal meant for this one reaches it; where that cannot be, hands signals on. */
function become(program: string, given: readonly string[]): void {
  if (process.platform !== 'win32' && process.execve) process.execve(program, [program, ...given], process.env)
  const child = spawn(program, given, { stdio: 'inherit', cwd: root })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 1))
}

const electron = canShowWindow()
  ? (electronProgram() ?? (process.env.CI ? undefined : await fetchElectron()))
  : undefined
if (electron) {
  await buildTargets([], true)
  become(electron, [root])
} else {
  await buildTargets(['renderer', 'paper', 'cli'], true)
  process.stdout.write(
    'Electron tidak dapat dipakai di sini; layar yang sama dibuka di browser (no Electron here, using the browser):\n',
  )
  become(process.execPath, [join(root, 'out', 'cli', 'index.js'), 'serve', ...words])
}
