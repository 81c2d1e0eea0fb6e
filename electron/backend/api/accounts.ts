import { createAccount, deactivateAccount, listAccounts, updateAccount } from '../services/accounts/accounts.ts'
import { importAccounts } from '../services/accounts/import.ts'
import { os, reads, writes } from './base.ts'

export const accounts = {
  list: os.accounts.list.handler(reads(listAccounts)),
  create: os.accounts.create.handler(writes(createAccount)),
  update: os.accounts.update.handler(writes(updateAccount)),
  deactivate: os.accounts.deactivate.handler(writes(deactivateAccount)),
  import: os.accounts.import.handler(writes(importAccounts)),
}
