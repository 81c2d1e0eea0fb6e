/** What turnover is made of, in the order it is told. */
export const turnoverParts = ['goods', 'commission', 'services', 'loans', 'other'] as const
export type TurnoverPart = (typeof turnoverParts)[number]

const partOf: Readonly<Record<string, TurnoverPart>> = {
  ...{ '42101': 'goods', '42102': 'goods', '43101': 'goods', '43102': 'goods', '43103': 'goods' },
  ...{ '42103': 'commission', '43104': 'commission' },
  ...{ '42104': 'services', '43107': 'services' },
  ...{ '41101': 'loans', '41102': 'loans', '41103': 'loans', '41104': 'loans', '43105': 'loans' },
}

/**
 * Which part of the turnover an income account of 41, 42 or 43 belongs to (accounting.md sections 5 and 7): returns are
 * taken off the goods they were sold as, of goods in keeping the commission alone is turnover, and what the cooperative
 * added to its chart itself is `other`.
 */
export function turnoverPart(account: string): TurnoverPart {
  return partOf[account] ?? 'other'
}
