import type { Language } from '../../shared/calendar.ts'
import { receiptFormats } from '../../shared/contract/report-answers.ts'

export const textSizes = ['normal', 'large', 'largest'] as const
export type TextSize = (typeof textSizes)[number]
export type ReceiptFormat = (typeof receiptFormats)[number]

/** What a person chose for this machine: it belongs to whoever sits here, not to the book. */
export interface Preferences {
  readonly language: Language
  readonly textSize: TextSize
  /** What the printer of this machine takes receipts of sales on. */
  readonly receiptFormat: ReceiptFormat
}

const name = 'lumbung-preferences'
const yearMs = 365 * 86_400_000

/**
 * The browser door has another port, so another origin, at each start: what lies in localStorage there is not found
 * again. Cookies know no ports. The desktop's own protocol has no cookies, but keeps its localStorage.
 */
export async function readPreferences(): Promise<Preferences> {
  const stored = (await readCookie()) ?? readStorage() ?? ''
  const [language, textSize, receiptFormat] = stored.split('.')
  return {
    language: language === 'en' ? 'en' : 'id',
    textSize: textSizes.find((size) => size === textSize) ?? 'normal',
    receiptFormat: receiptFormats.find((format) => format === receiptFormat) ?? '80mm',
  }
}

export async function keepPreferences({ language, textSize, receiptFormat }: Preferences): Promise<void> {
  const value = `${language}.${textSize}.${receiptFormat}`
  try {
    window.localStorage.setItem(name, value)
  } catch {
    // Storage may be switched off; then the choice lasts until the window closes.
  }
  try {
    await window.cookieStore?.set({ name, value, path: '/', sameSite: 'strict', expires: expiry() })
  } catch {
    // The desktop's protocol has no cookies.
  }
}

/** A year from now; audit moments aside, the only clock the screens read. */
function expiry(): number {
  return performance.timeOrigin + performance.now() + yearMs
}

async function readCookie(): Promise<string | undefined> {
  try {
    return (await window.cookieStore?.get(name))?.value
  } catch {
    return undefined
  }
}

function readStorage(): string | null {
  try {
    return window.localStorage.getItem(name)
  } catch {
    return null
  }
}
