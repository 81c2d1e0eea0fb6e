import { areas } from '../../renderer/app/map.ts'
import type { Answers } from '../../shared/contract/index.ts'
import type { Program } from './program.ts'
import { dues, lend, nextRequest, receiveGrant, type Village } from './village.ts'

/** What stands for each parameter that an address of the map may have. */
function parameters(program: Program, village: Village): Readonly<Record<string, string>> {
  const { entryId } = receiveGrant(program, village, 5_000_000_00)
  const [member] = village.members
  const opening = { requestId: nextRequest(), memberId: member?.memberId, product: 'sukarela', date: village.today }
  const { savingsAccountId } = program.call('savings.open', opening) as Answers['savings']['open']
  const amount = dues.wajib
  const deposit = { requestId: nextRequest(), savingsAccountId, date: village.today, amount, cashAccount: '11101' }
  program.call('savings.deposit', deposit)
  const loanId = lend(program, village, { member, product: 'flat', principal: 1_000_000_00 })
  const term = {
    memberId: member?.memberId,
    product: 'berjangka',
    date: village.today,
    amount: 1_000_000_00,
    months: 3,
  }
  const placing = { requestId: nextRequest(), ...term, ratePctPerYear: '6', cashAccount: '11101' }
  const placed = program.call('savings.termOpen', placing) as Answers['savings']['termOpen']
  const item = program.call('items.create', { name: 'Gula pasir', unitName: 'kg', priceOther: 18_000_00 })
  const partner = program.call('partners.create', { name: 'UD Sumber Rejeki', kind: 'supplier' })
  const { itemId } = item as Answers['items']['create']
  const bought = program.call('trade.purchase', {
    ...{ requestId: nextRequest(), date: village.today, cashAccount: '11101' },
    lines: [{ itemId, qty: 5_000, amount: 75_000_00 }],
  })
  const machine = { name: 'Mesin giling', account: '18104', cost: 1_000_000_00, months: 48, cashAccount: '11101' }
  const asset = program.call('assets.acquire', { requestId: nextRequest(), date: village.today, ...machine })
  const fund = program.call('funds.create', {
    ...{ name: 'Pelatihan', donor: 'Yayasan Mitra', purpose: 'Pelatihan keuangan', treatment: 'activity' },
    ...{ from: '2026-01-01', to: '2026-12-31', budget: [{ name: 'Narasumber', amount: 5_000_000_00 }] },
  })
  const lent = program.call('capital.borrow', {
    ...{ requestId: nextRequest(), date: village.today, cashAccount: '11101', lender: 'Bank Desa', kind: '27101' },
    ...{ principal: 6_000_000_00, ratePctPerYear: '12', method: 'flat', months: 6 },
  })
  program.call('trade.sell', {
    ...{ requestId: nextRequest(), date: village.today, memberId: member?.memberId },
    lines: [{ itemId, qty: 1_000 }],
  })
  return {
    fundId: (fund as Answers['funds']['create']).fundId,
    borrowingId: (lent as Answers['capital']['borrow']).borrowingId,
    placeId: 'shop',
    debtAccount: '14101',
    debtorId: member?.memberId ?? '',
    assetId: (asset as Answers['assets']['acquire']).assetId,
    itemId,
    documentId: (bought as Answers['trade']['purchase']).documentId,
    partnerId: (partner as Answers['partners']['create']).partnerId,
    entryId,
    termId: placed.savingsAccountId,
    loanId,
    savingsAccountId,
    memberId: member?.memberId ?? '',
    code: '11101',
    product: 'wajib',
    loanProduct: 'flat',
    report: 'cashBook',
  }
}

/** All screens are too many for one walk: each share is a walk of its own. */
export const shares = [0, 1, 2, 3] as const

/**
 * The address of every screen of the map in one share, with something real behind each; a parameter nobody knows is an
 * error.
 */
export function everyAddress(program: Program, village: Village, share: (typeof shares)[number]): readonly string[] {
  const known = parameters(program, village)
  const paths = areas.flatMap(({ screens }) => screens.map(({ path }) => path))
  return paths
    .filter((_, at) => at % shares.length === share)
    .map((path) =>
      path.replace(/:(\w+)/g, (_, name: string) => {
        const value = known[name]
        if (value === undefined) throw new Error(`${path}: say in addresses.ts what stands for ${name}`)
        return value
      }),
    )
}
