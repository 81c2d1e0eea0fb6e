import type { Answers } from '../../../../shared/contract/index.ts'
import type { AskedReport } from '../../../../shared/contract/reports.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { useText } from '../../../ui/text.ts'
import { SaleReceipt } from '../sell/SaleReceipt.tsx'

type Kind = Answers['trade']['document']['kind']

/** Documents with a paper of their own. */
const papers = {
  purchase: 'purchaseReceipt',
  sale_return: 'returnNote',
  purchase_return: 'returnNote',
  consignment_in: 'consignmentReceipt',
  consignment_return: 'consignmentReceipt',
  consignment_settlement: 'consignmentSettlement',
  stock_take: 'stockTakeMinutes',
  transfer: 'transferNote',
} as const satisfies Partial<Record<Kind, AskedReport['report']>>

/** Prints the paper that a document of this kind has; nothing for those that have none. */
export function DocumentPaper({ kind, documentId }: { readonly kind: Kind; readonly documentId: string }) {
  const { t, language } = useText()
  if (kind === 'sale') return <SaleReceipt documentId={documentId} />
  if (!hasPaper(kind)) return null
  const asked = { report: papers[kind], params: { documentId }, language }
  return <PaperButton asked={asked} label={t(($) => $.trade.document.print[kind])} />
}

function hasPaper(kind: Kind): kind is keyof typeof papers {
  return kind in papers
}
