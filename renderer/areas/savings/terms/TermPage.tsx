import { Anchor, Box, List } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { formatDate } from '../../../../shared/calendar.ts'
import type { TermDeposit } from '../../../../shared/contract/term-deposits.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { formatPct } from '../../../../shared/rules/percent.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { useProductNames } from '../../../app/product-names.ts'
import { orpc } from '../../../app/queries.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { KeyFigure, KeyFigures } from '../../../ui/display/KeyFigures.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useText } from '../../../ui/text.ts'
import classes from '../savings.module.css'
import { CloseTerm, type TermEndProps } from './CloseTerm.tsx'
import { RollOverTerm } from './RollOverTerm.tsx'
import { TermEnded } from './TermEnded.tsx'
import { type Ended, useEarlySentence, usePayChoices } from './term-words.ts'

/** One term deposit: what was agreed, its papers, and its end. */
export function TermPage() {
  const { termId: savingsAccountId = '' } = useParams()
  const { t } = useText()
  const [ended, setEnded] = useState<Ended>()
  const [isTakenBack, setTakenBack] = useState(false)
  const query = useQuery(orpc.savings.terms.queryOptions({ input: { savingsAccountId } }))
  const term = query.data?.rows[0]
  if (query.data && !term) return <PageHead title={t(($) => $.termDeposits.empty)} />
  if (!term) return <Complaint error={query.error} />
  const shown = ended?.term.savingsAccountId === savingsAccountId ? ended : undefined
  const end = (done: Ended) => {
    setTakenBack(false)
    setEnded(done)
  }
  return (
    <>
      <PageHead
        title={t(($) => $.termDeposits.page.title, { number: term.number })}
        text={<Owner term={term} />}
        actions={<Papers term={term} />}
      />
      {shown && (
        <Box mb="lg">
          <TermEnded key={shown.answer.entryId} ended={shown} onReversed={() => setTakenBack(true)} />
        </Box>
      )}
      <Facts term={term} />
      {(!shown || isTakenBack) && term.state !== 'closed' && <Ends key={savingsAccountId} term={term} onEnded={end} />}
    </>
  )
}

/** What was agreed to happen at its end stands first; before its day nothing is offered that would be refused. */
function Ends(props: TermEndProps) {
  const { state, rollover, earlyWithdrawal } = props.term
  if (state === 'running' && earlyWithdrawal === 'refused') return null
  const close = <CloseTerm key="close" {...props} />
  const rollOver = state === 'matured' && <RollOverTerm key="rollOver" {...props} />
  return <div className={classes.sections}>{rollover === 'none' ? [close, rollOver] : [rollOver, close]}</div>
}

function Owner({ term }: { readonly term: TermDeposit }) {
  const { t, language } = useText()
  const nameOf = useProductNames()
  const { state, daysLeft, closedOn, memberId, memberName, memberNumber, savingsAccountId, rolledFrom } = term
  const words = { days: daysLeft, date: closedOn === null ? '' : formatDate(closedOn, language) }
  return (
    <span className={classes.owner}>
      <span>{`${memberName} (${memberNumber}) · ${nameOf(term.product, term.productName)}`}</span>
      <b>{t(($) => $.termDeposits.page.state[state], words)}</b>
      <Anchor component={Link} to={`/members/${memberId}`} underline="always">
        {t(($) => $.termDeposits.page.member)}
      </Anchor>
      <Anchor component={Link} to={`/savings/card/${savingsAccountId}`} underline="always">
        {t(($) => $.termDeposits.page.card)}
      </Anchor>
      {rolledFrom !== null && (
        <Anchor component={Link} to={`/savings/terms/${rolledFrom}`} underline="always">
          {t(($) => $.termDeposits.page.rolledFrom)}
        </Anchor>
      )}
    </span>
  )
}

function Papers({ term: { savingsAccountId } }: { readonly term: TermDeposit }) {
  const { t, language } = useText()
  const asked = { report: 'termCertificate', params: { savingsAccountId }, language } as const
  return (
    <>
      <PaperButton asked={asked} label={t(($) => $.termDeposits.page.printCertificate)} />
      <PaperButton asked={asked} label={t(($) => $.termDeposits.page.keepCertificate)} isKept />
    </>
  )
}

function Facts({ term }: { readonly term: TermDeposit }) {
  const { t, language } = useText()
  const early = useEarlySentence()
  const payChoices = usePayChoices(term.memberId)
  const { amount, months, ratePctPerYear, startsOn, maturesOn, interestInAll, accrued, interestPaid } = term
  const payTo = payChoices.find(({ value }) => value === term.payInterestTo)?.label
  const agreed = [
    `${t(($) => $.termDeposits.form.rollover)}: ${t(($) => $.termDeposits.form.rollovers[term.rollover])}.`,
    `${t(($) => $.termDeposits.form.payTo)}: ${payTo ?? t(($) => $.termDeposits.form.payAtEnd)}.`,
    early(term),
  ]
  return (
    <>
      <KeyFigures>
        <KeyFigure label={t(($) => $.termDeposits.page.amount)} figure={formatRupiah(amount)} />
        <KeyFigure
          label={t(($) => $.termDeposits.page.terms)}
          figure={t(($) => $.termDeposits.page.termsText, { months, pct: formatPct(ratePctPerYear, language) })}
          note={t(($) => $.termDeposits.page.since, { date: formatDate(startsOn, language) })}
        />
        <KeyFigure label={t(($) => $.termDeposits.page.interestInAll)} figure={formatRupiah(interestInAll)} />
        {accrued > 0 && <KeyFigure label={t(($) => $.termDeposits.page.accrued)} figure={formatRupiah(accrued)} />}
        {interestPaid > 0 && (
          <KeyFigure label={t(($) => $.termDeposits.page.interestPaid)} figure={formatRupiah(interestPaid)} />
        )}
        <KeyFigure label={t(($) => $.termDeposits.page.maturesOn)} figure={formatDate(maturesOn, language)} />
      </KeyFigures>
      <List mb="md">
        {agreed.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </>
  )
}
