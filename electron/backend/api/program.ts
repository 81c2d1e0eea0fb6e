import { exportProgramFile, programQuarters } from '../services/program/export.ts'
import { mergeProgramFiles } from '../services/program/merge.ts'
import { os, reads } from './base.ts'

export const program = {
  quarters: os.program.quarters.handler(reads(programQuarters)),
  export: os.program.export.handler(reads(exportProgramFile)),
  merge: os.program.merge.handler(reads(mergeProgramFiles)),
}
