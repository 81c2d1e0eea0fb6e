import type { AccountTable, AccountType } from '../db/tables.ts'

type Named = Pick<AccountTable, 'code' | 'parent' | 'type' | 'name_id'>

/** How a program wants the parts of an account's name written and joined to the code. */
export interface PathStyle {
  readonly roots: Readonly<Record<AccountType, string>>
  part(name: string): string
  leaf(part: string, code: string): string
}

/**
 * The full name of each account by its code: the class, the headings above it, its own name and its code, so that the
 * code is the last five-digit number of the name and no two accounts share one.
 */
export function accountPaths(accounts: readonly Named[], style: PathStyle): Map<string, string> {
  const byCode = new Map(accounts.map((account) => [account.code, account]))
  return new Map(
    accounts.map((account) => {
      const headings = headingsAbove(account, byCode).map(({ name_id }) => style.part(name_id))
      const leaf = style.leaf(style.part(account.name_id), account.code)
      return [account.code, [style.roots[account.type], ...headings, leaf].join(':')]
    }),
  )
}

/** From the outermost to the nearest heading; the outermost of all names the class and is the root already. */
function headingsAbove(account: Named, byCode: ReadonlyMap<string, Named>): Named[] {
  const headings: Named[] = []
  let next = account.parent === null ? undefined : byCode.get(account.parent)
  while (next && next.parent !== null && !headings.includes(next)) {
    headings.unshift(next)
    next = byCode.get(next.parent)
  }
  return headings
}
