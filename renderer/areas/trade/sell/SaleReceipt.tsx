import { Group, NativeSelect } from '@mantine/core'
import { receiptFormats } from '../../../../shared/contract/report-answers.ts'
import { sen } from '../../../../shared/rules/money.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { usePreferences } from '../../../app/session.tsx'
import { useText } from '../../../ui/text.ts'

interface SaleReceiptProps {
  readonly documentId: string
  /** What was handed over in cash, where that is known. */
  readonly given?: number | undefined
}

/** Prints the nota of a sale on what the printer of this machine takes: chosen once, remembered here. */
export function SaleReceipt({ documentId, given }: SaleReceiptProps) {
  const { t, language } = useText()
  const { receiptFormat: format, setReceiptFormat } = usePreferences()
  const params = { documentId, format, ...(given !== undefined && { given: sen(given) }) }
  return (
    <Group gap="xs">
      <PaperButton asked={{ report: 'saleReceipt', params, language }} label={t(($) => $.trade.sell.print)} size="sm" />
      <NativeSelect
        aria-label={t(($) => $.trade.sell.format)}
        size="sm"
        value={format}
        onChange={({ currentTarget }) => {
          const next = receiptFormats.find((one) => one === currentTarget.value)
          if (next) setReceiptFormat(next)
        }}
        data={receiptFormats.map((one) => ({ value: one, label: t(($) => $.trade.sell.formats[one]) }))}
      />
    </Group>
  )
}
