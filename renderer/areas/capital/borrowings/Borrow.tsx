import { useState } from 'react'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useBook } from '../../../app/session.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { client } from '../../../client.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { LinkButton } from '../LinkButton.tsx'
import { useCapitalWarnings } from '../use-capital-warnings.ts'
import { BorrowFields } from './BorrowFields.tsx'
import { BorrowingPreview } from './BorrowingPreview.tsx'
import { borrowField, borrowInput, emptyBorrowing } from './borrow-values.ts'

type Borrowed = Answers['capital']['borrow']

interface Saved {
  readonly posted: Borrowed
  readonly lender: string
  readonly principal: number
}

/** Somebody lends to the cooperative: the money comes in, and the schedule is kept as agreed. */
export function Borrow() {
  const { t } = useText()
  const [saved, setSaved] = useState<Saved>()
  useFreshVisit(() => setSaved(undefined))
  return (
    <>
      <PageHead title={t(($) => $.capital.borrowings.borrow)} text={t(($) => $.capital.borrow.text)} />
      {saved ? <Notice saved={saved} onNext={() => setSaved(undefined)} /> : <Fields onSaved={setSaved} />}
    </>
  )
}

function Notice({ saved, onNext }: { readonly saved: Saved; readonly onNext: () => void }) {
  const { t } = useText()
  const { posted, lender, principal } = saved
  const warnings = useCapitalWarnings(posted.warnings)
  return (
    <SavedPanel
      posted={posted}
      sentence={t(($) => $.capital.borrow.saved, { amount: formatRupiah(principal), lender })}
      balance={posted.owed}
      balanceLabel={t(($) => $.capital.repay.balance)}
      warnings={warnings}
      onNext={onNext}
    >
      <LinkButton
        to={`/funds/borrowings/card/${posted.borrowingId}`}
        label={t(($) => $.capital.borrowingCard.title)}
        isApart
      />
    </SavedPanel>
  )
}

function Fields({ onSaved }: { readonly onSaved: (saved: Saved) => void }) {
  const { t } = useText()
  const { today } = useBook()
  const form = useEntryForm({
    initial: emptyBorrowing(today),
    save: (values, requestId): Promise<Borrowed> => client.capital.borrow({ ...borrowInput(values), requestId }),
    onSaved: (posted, values) => {
      const { lender, principal } = borrowInput(values)
      onSaved({ posted, lender, principal })
    },
    paths: borrowField,
  })
  return (
    <>
      <FormFrame
        form={form}
        label={t(($) => $.capital.borrowings.borrow)}
        saveLabel={t(($) => $.capital.borrow.save)}
        maxWidth="52rem"
      >
        <BorrowFields form={form} />
      </FormFrame>
      <BorrowingPreview values={form.values} />
    </>
  )
}
