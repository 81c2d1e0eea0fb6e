import type { Language } from '../../shared/calendar.ts'
import { shell as en } from '../../shared/text/en/shell.ts'
import { shell as id } from '../../shared/text/id/shell.ts'
import type { Shape } from '../../shared/text/shape.ts'

export type ShellText = Shape<typeof id>

export const shellTexts: Readonly<Record<Language, ShellText>> = { id, en }
