import type { AnySchema, ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import { accountsContract } from './accounts.ts'
import { assetsContract } from './assets.ts'
import { attachmentsContract } from './attachments.ts'
import { backupContract, bookContract, homeContract, searchContract } from './book.ts'
import { budgetContract } from './budget.ts'
import { calcContract } from './calc.ts'
import { capitalContract } from './capital.ts'
import { cashContract } from './cash.ts'
import { closingContract } from './closing.ts'
import { cooperativeContract, officersContract, unitsContract } from './cooperative.ts'
import { fundsContract } from './funds.ts'
import { itemsContract } from './items.ts'
import { journalContract, ledgerContract, openingContract, periodsContract, requestsContract } from './journal.ts'
import { loansContract } from './loans.ts'
import { meetingContract } from './meeting.ts'
import { membersContract } from './members.ts'
import { partnersContract } from './partners.ts'
import { programContract } from './program.ts'
import { reportsContract } from './reports.ts'
import { collectionContract, savingsContract } from './savings.ts'
import { taxContract } from './tax.ts'
import { tradeContract } from './trade.ts'

/** The whole API, `area.verb`: what every door offers and nothing else. */
export const contract = {
  book: bookContract,
  backup: backupContract,
  home: homeContract,
  search: searchContract,
  cooperative: cooperativeContract,
  officers: officersContract,
  units: unitsContract,
  accounts: accountsContract,
  journal: journalContract,
  ledger: ledgerContract,
  periods: periodsContract,
  opening: openingContract,
  requests: requestsContract,
  cash: cashContract,
  members: membersContract,
  savings: savingsContract,
  collection: collectionContract,
  loans: loansContract,
  partners: partnersContract,
  items: itemsContract,
  trade: tradeContract,
  funds: fundsContract,
  capital: capitalContract,
  attachments: attachmentsContract,
  assets: assetsContract,
  tax: taxContract,
  closing: closingContract,
  budget: budgetContract,
  meeting: meetingContract,
  calc: calcContract,
  reports: reportsContract,
  program: programContract,
}

type Contract = typeof contract

type Parsed<Procedure> =
  Procedure extends ContractProcedure<infer Input extends AnySchema, infer _Output, infer _Errors, infer _Meta>
    ? InferSchemaOutput<Input>
    : never

type Answered<Procedure> =
  Procedure extends ContractProcedure<infer _Input, infer Output extends AnySchema, infer _Errors, infer _Meta>
    ? InferSchemaInput<Output>
    : never

/** What services are handed: inputs as parsed, `Inputs['savings']['deposit']`. */
export type Inputs = {
  [Area in keyof Contract]: { [Verb in keyof Contract[Area]]: Parsed<Contract[Area][Verb]> }
}

/** What services answer: `Answers['savings']['deposit']`. */
export type Answers = {
  [Area in keyof Contract]: { [Verb in keyof Contract[Area]]: Answered<Contract[Area][Verb]> }
}
