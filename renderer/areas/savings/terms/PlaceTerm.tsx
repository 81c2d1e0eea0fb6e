import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { formatDate } from '../../../../shared/calendar.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { usePostingWarnings } from '../../../app/use-posting-warnings.ts'
import { DoneNotice } from '../../../ui/display/DoneNotice.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useText } from '../../../ui/text.ts'
import { LinkButton } from '../LinkButton.tsx'
import { type Placed, TermForm, type TermWay } from './TermForm.tsx'

/** A member places money for a term. */
export function OpenTerm() {
  return <PlaceTerm key="open" way="open" />
}

/** A term deposit that runs since before the book. */
export function TakeOverTerm() {
  return <PlaceTerm key="taken" way="taken" />
}

function PlaceTerm({ way }: { readonly way: TermWay }) {
  const { t } = useText()
  const [params] = useSearchParams()
  const [placed, setPlaced] = useState<Placed>()
  useFreshVisit(() => setPlaced(undefined))
  const again = () => setPlaced(undefined)
  return (
    <>
      <PageHead
        title={t(($) => $.termDeposits[way].title)}
        text={way === 'taken' ? t(($) => $.termDeposits.taken.text) : undefined}
      />
      {placed?.posted && <PlacedNotice placed={placed} posted={placed.posted} onNext={again} />}
      {placed && !placed.posted && <TakenNotice placed={placed} onNext={again} />}
      {!placed && <TermForm way={way} memberId={params.get('member')} onPlaced={setPlaced} />}
    </>
  )
}

interface NoticeProps {
  readonly placed: Placed
  readonly onNext: () => void
}

function PlacedNotice({ placed, posted, onNext }: NoticeProps & { readonly posted: NonNullable<Placed['posted']> }) {
  const { t, language } = useText()
  const warnings = usePostingWarnings(posted.warnings)
  const { savingsAccountId, number, maturesOn, amount, months, member } = placed
  const sentence = t(($) => $.termDeposits.open.saved, {
    ...{ amount: formatRupiah(amount), member: member.title, months, number },
    date: formatDate(maturesOn, language),
  })
  return (
    <SavedPanel posted={posted} sentence={sentence} warnings={warnings} onNext={onNext}>
      <Button.Group mt="sm">
        <Certificate savingsAccountId={savingsAccountId} label={t(($) => $.termDeposits.page.printCertificate)} />
      </Button.Group>
      <LinkButton to={`/savings/terms/${savingsAccountId}`} label={t(($) => $.termDeposits.page.title, { number })} />
    </SavedPanel>
  )
}

function TakenNotice({ placed, onNext }: NoticeProps) {
  const { t, language } = useText()
  const { savingsAccountId, number, maturesOn, amount, member } = placed
  const sentence = t(($) => $.termDeposits.taken.saved, {
    ...{ amount: formatRupiah(amount), member: member.title, number },
    date: formatDate(maturesOn, language),
  })
  return (
    <DoneNotice sentence={sentence}>
      <Button component={Link} to="/books/opening">
        {t(($) => $.termDeposits.taken.opening)}
      </Button>
      <PaperButton
        asked={{ report: 'termCertificate', params: { savingsAccountId }, language }}
        label={t(($) => $.termDeposits.page.printCertificate)}
      />
      <Button variant="default" onClick={onNext}>
        {t(($) => $.termDeposits.next)}
      </Button>
    </DoneNotice>
  )
}

/** The paper the member takes home: it has the focus once the deposit is saved. */
export function Certificate({
  savingsAccountId,
  label,
}: {
  readonly savingsAccountId: string
  readonly label: string
}) {
  const { language } = useText()
  return (
    <PaperButton
      asked={{ report: 'termCertificate', params: { savingsAccountId }, language }}
      label={label}
      variant="filled"
      isFirst
    />
  )
}
