import { ask } from './ask.ts'
import type { Answer, PublishedCase } from './case.ts'

type Inputs = {
  readonly shu: number
  readonly capital_service_pct: number
  readonly member_service_pct: number
  readonly total_savings: number
  readonly total_transactions: number | null
  readonly member_savings: number
  readonly member_transactions: number | null
}

const notPrinted = 'the source leaves this cell empty: there is no figure to answer'

/** One member beside all others: what she gets for her savings and for her business. */
export function shuMemberExerciseCase(inputs: Inputs, published: PublishedCase): Answer {
  const { capital_service_pct: capital, member_service_pct: service, total_transactions, member_transactions } = inputs
  const [all, hers] = [(total_transactions ?? 0) * 100, (member_transactions ?? 0) * 100]
  const savings = { hers: inputs.member_savings * 100, all: inputs.total_savings * 100 }
  const { members } = ask('shu', {
    surplus: inputs.shu * 100,
    shares: [
      { key: 'capital', pct: String(capital) },
      { key: 'service', pct: String(service) },
      { key: 'rest', pct: String(100 - capital - service) },
    ],
    members: [
      { id: 'member', savings: savings.hers, transactions: { business: hers } },
      { id: 'others', savings: savings.all - savings.hers, transactions: { business: all - hers } },
    ],
    capitalShareKey: 'capital',
    serviceShares: [{ key: 'service', basis: 'business' }],
  })
  const [member] = members
  const figures = {
    capital_service: (member?.capital ?? 0) / 100,
    member_service: (member?.service.service ?? 0) / 100,
    member_total: (member?.total ?? 0) / 100,
  }
  const { published: printed = {} } = published.expected as { published?: Record<string, number | null> }
  const empty = Object.keys(printed).filter((key) => printed[key] === null)
  return {
    answers: { ...figures, published: figures },
    unanswered: Object.fromEntries(empty.map((key) => [`published.${key}`, notPrinted])),
  }
}
