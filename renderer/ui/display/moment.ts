import { dayNumber, type Language } from '../../../shared/calendar.ts'

const msPerDay = 86_400_000
const locales: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' }

/** A moment kept as UTC ISO text, in the words and the hours of this machine: `20 November 2026 pukul 08.00`. */
export function momentText(at: string, language: Language): string {
  const time = /T(\d{2}):(\d{2})/.exec(at)
  if (!time) return at
  const moment = dayNumber(at.slice(0, 10)) * msPerDay + (Number(time[1]) * 60 + Number(time[2])) * 60_000
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short' }).format(moment)
}
