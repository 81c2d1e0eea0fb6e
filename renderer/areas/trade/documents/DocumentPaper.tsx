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

interface DocumentPaperProps {
  readonly kind: Kind
  readonly documentId: string
  /** Read out behind the label, where several of a kind stand below each other. */
  readonly number?: string
}

/** Prints the paper that a document of this kind has; nothing for those that have none. */
export function DocumentPaper({ kind, documentId, number }: DocumentPaperProps) {
  const { t, language } = useText()
  if (kind === 'sale') return <SaleReceipt documentId={documentId} />
  if (!hasPaperOfItsOwn(kind)) return null
  const asked = { report: papers[kind], params: { documentId }, language }
  const label = t(($) => $.trade.document.print[kind])
  if (number === undefined) return <PaperButton asked={asked} label={label} />
  return <PaperButton asked={asked} label={label} name={`${label} ${number}`} size="compact-sm" />
}

/** True for a kind whose paper is printed as it is; the nota of a sale asks for its format first. */
export function hasPaperOfItsOwn(kind: Kind): kind is keyof typeof papers {
  return kind in papers
}
