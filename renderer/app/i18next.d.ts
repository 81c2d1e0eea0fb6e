import 'i18next'
import type { Texts } from '../../shared/text/index.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'lumbung'
    resources: { lumbung: Texts }
    enableSelector: true
  }
}
