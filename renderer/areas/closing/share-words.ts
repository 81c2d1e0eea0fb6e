import type { Inputs } from '../../../shared/contract/index.ts'
import { useText } from '../../ui/text.ts'

export type Bylaw = Inputs['closing']['setBylaw']['bylaw']

/** What a part of the surplus is called: those of the usual rule in the language of the screen, others as the bylaws do. */
export function usePartName(): (key: string) => string {
  const { t } = useText()
  const known: Readonly<Record<string, string>> = t(($) => $.shu.part, { returnObjects: true })
  return (key) => known[key] ?? key
}
