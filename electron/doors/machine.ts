import { randomUUID } from 'node:crypto'
import { homedir } from 'node:os'
import { join } from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import type { DeskOptions } from '../backend/desk.ts'
import { homeFolder } from '../backend/home.ts'
import { auditMoment, fileLog, localToday } from '../backend/log.ts'
import { findOrMakeSample } from '../backend/sample/index.ts'

/** The options of a real run on this machine; tests and the sample cooperative hand in their own clock and ids. */
export function machineOptions({ canSwitch = false, keepsBackups = false } = {}): DeskOptions {
  const home = homeFolder()
  return {
    home,
    folder: join(homedir(), 'Lumbung'),
    now: auditMoment,
    today: localToday,
    newId: randomUUID,
    log: fileLog(join(home, 'logs')),
    canSwitch,
    keepsBackups,
    program: packageJson.version,
    makeSample: findOrMakeSample,
  }
}
