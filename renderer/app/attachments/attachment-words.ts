import type { Language } from '../../../shared/calendar.ts'
import type { AttachmentType } from '../../../shared/rules/attachment-type.ts'
import { useText } from '../../ui/text.ts'

const bytesPerKilobyte = 1024
const bytesPerMegabyte = 1024 * 1024
const locales: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' }

/** How large a file is, as a person says it: `350 KB`, `1,2 MB`. */
export function sizeText(bytes: number, language: Language): string {
  if (bytes < bytesPerMegabyte) return `${Math.ceil(bytes / bytesPerKilobyte)} KB`
  const megabytes = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 })
  return `${megabytes.format(bytes / bytesPerMegabyte)} MB`
}

/** What a file is and how large, in words: `Foto (JPEG), 350 KB`. */
export function useFileWords(): (file: { readonly type: AttachmentType; readonly bytes: number }) => string {
  const { t, language } = useText()
  return ({ type, bytes }) => `${t(($) => $.attachments.kind[type])}, ${sizeText(bytes, language)}`
}
