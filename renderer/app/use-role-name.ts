import { roles } from '../../shared/contract/procedure.ts'
import { useText } from '../ui/text.ts'

/** Who did something, in words: the role of who acted, or the name a person has. */
export function useRoleName(): (by: string) => string {
  const { t } = useText()
  return (by) => {
    const role = roles.find((known) => known === by)
    return role === undefined ? by : t(($) => $.bookkeeping.roles[role])
  }
}
