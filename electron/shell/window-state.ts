import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow, type Rectangle, screen } from 'electron'
import { z } from 'zod'
import type { Language } from '../../shared/calendar.ts'

const whole = z.int().min(-100_000).max(100_000)
const stateSchema = z.object({
  language: z.enum(['id', 'en']),
  isMaximized: z.boolean(),
  bounds: z.object({ x: whole, y: whole, width: whole.min(400), height: whole.min(300) }).optional(),
})
type WindowState = z.infer<typeof stateSchema>

const file = () => join(app.getPath('userData'), 'window.json')

/** Where the window was and which language its menu spoke; a lost or damaged note begins anew. */
export function readState(): WindowState {
  try {
    const { bounds, ...rest } = stateSchema.parse(JSON.parse(readFileSync(file(), 'utf8')))
    return bounds && isOnAScreen(bounds) ? { ...rest, bounds } : rest
  } catch {
    return { language: 'id', isMaximized: true }
  }
}

/** A screen may have been unplugged since; a window nobody can see cannot be moved back. */
function isOnAScreen({ x, y, width, height }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const seenWidth = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x)
    const seenHeight = Math.min(y + height, workArea.y + workArea.height) - Math.max(y, workArea.y)
    return seenWidth >= 200 && seenHeight >= 200
  })
}

export function keepState(window: BrowserWindow, language: Language): void {
  const state = { language, isMaximized: window.isMaximized(), bounds: window.getNormalBounds() }
  try {
    writeFileSync(`${file()}.tmp`, JSON.stringify(state))
    renameSync(`${file()}.tmp`, file())
  } catch {
    // A place on the screen is not worth a message.
  }
}
