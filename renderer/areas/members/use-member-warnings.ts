import type { MemberWarning } from '../../../shared/rules/member-warnings.ts'
import { useText } from '../../ui/text.ts'

/** What looks wrong about a member, as sentences; a word without one is not for people. */
export function useMemberWarnings(words: readonly string[]): string[] {
  const { t } = useText()
  const sentences: Readonly<Record<MemberWarning, string>> = t(($) => $.members.warning, { returnObjects: true })
  return words.flatMap((word) => (word in sentences ? sentences[word as MemberWarning] : []))
}
