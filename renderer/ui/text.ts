import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/calendar.ts'

/** The words of the screen: `t($ => $.ui.form.save)`, and the language for dates and refusals. */
export function useText() {
  const { t, i18n } = useTranslation()
  const language: Language = i18n.language === 'en' ? 'en' : 'id'
  return { t, language }
}
