import { Text, Title } from '@mantine/core'
import { client } from '../../../client.ts'
import { CountField } from '../../../ui/fields/NumberField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import type { Noted } from './PassbookNoted.tsx'

interface PassbookPrintedProps {
  readonly asked: { readonly savingsAccountId: string; readonly startAt?: { page: number; line: number } }
  /** How many lines there are to print. */
  readonly count: number
  readonly onNoted: (noted: Noted) => void
}

/** The lines that came out right; only then do they count as printed. */
export function PassbookPrinted({ asked, count, onNoted }: PassbookPrintedProps) {
  const { t } = useText()
  const form = useEntryForm({
    initial: { lines: count as number | null },
    save: async ({ lines }, requestId) => {
      const answer = await client.savings.passbookPrinted({ requestId, ...asked, lines: lines ?? 0 })
      return { ...answer, requestId }
    },
    onSaved: ({ requestId, page, line, left }, { lines }) => {
      const said = { count: lines ?? 0, page, line }
      const sentence =
        left > 0 ? t(($) => $.passbook.confirmedLeft, { ...said, left }) : t(($) => $.passbook.confirmed, said)
      onNoted({ requestId, sentence, undo: t(($) => $.passbook.undo) })
    },
  })
  const title = t(($) => $.passbook.step2)
  return (
    <section>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text mb="sm">{t(($) => $.passbook.step2Text)}</Text>
      <FormFrame form={form} label={title} saveLabel={t(($) => $.passbook.confirm)}>
        <CountField
          label={t(($) => $.passbook.howMany)}
          description={t(($) => $.passbook.howManyHint)}
          {...form.field('lines')}
        />
      </FormFrame>
    </section>
  )
}
