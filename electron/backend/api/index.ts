import { accounts } from './accounts.ts'
import { assets } from './assets.ts'
import { attachments } from './attachments.ts'
import { backup, book } from './book.ts'
import { budget } from './budget.ts'
import { calc } from './calc.ts'
import { capital } from './capital.ts'
import { cash } from './cash.ts'
import { closing } from './closing.ts'
import { collection } from './collection.ts'
import { cooperative } from './cooperative.ts'
import { funds } from './funds.ts'
import { home } from './home.ts'
import { journal } from './journal.ts'
import { ledger } from './ledger.ts'
import { loans } from './loans.ts'
import { meeting } from './meeting.ts'
import { members } from './members.ts'
import { officers } from './officers.ts'
import { opening } from './opening.ts'
import { periods } from './periods.ts'
import { program } from './program.ts'
import { reports } from './reports.ts'
import { requests } from './requests.ts'
import { savings } from './savings.ts'
import { search } from './search.ts'
import { tax } from './tax.ts'
import { items, partners, trade } from './trade.ts'
import { units } from './units.ts'

/** Every area of the contract with what implements it. */
export const router = {
  assets,
  accounts,
  attachments,
  backup,
  book,
  budget,
  calc,
  capital,
  cash,
  closing,
  collection,
  cooperative,
  funds,
  home,
  items,
  journal,
  ledger,
  loans,
  meeting,
  members,
  officers,
  opening,
  partners,
  periods,
  program,
  reports,
  requests,
  savings,
  search,
  tax,
  trade,
  units,
}
