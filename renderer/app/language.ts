import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../shared/calendar.ts'
import { en, id } from '../../shared/text/index.ts'

/** The dictionaries behind `t($ => $.area.screen.thing)`; both languages are in the bundle, switching needs no loading. */
export function dictionaries(language: Language): i18n {
  const instance = createInstance()
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'id',
    defaultNS: 'lumbung',
    resources: { id: { lumbung: id }, en: { lumbung: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return instance
}
