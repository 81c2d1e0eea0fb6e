import { formatDate } from '../calendar.ts'
import { deducted, type LoanDeductions } from '../rules/loan-deductions.ts'
import { formatRupiah, type Sen } from '../rules/money.ts'
import { rupiahInWords } from '../words.ts'
import { type AgreementTexts, agreementTexts, type Collateral, type LoanAgreementFacts } from './agreed-loan.ts'
import { everyText, pctText } from './loan-terms.ts'
import type { Part } from './statement.ts'
import { filled } from './texts.ts'

type Title = keyof AgreementTexts['title']

/** An article by its title, with its sentences. */
type Article = readonly [title: Title, sentences: readonly string[]]

/** The articles up to the schedule, and the number of the one that comes after it. */
export function articlesBefore(facts: LoanAgreementFacts): { readonly parts: Part[]; readonly next: number } {
  const articles: Article[] = [
    ['loan', loanSentences(facts)],
    ['interest', interestSentences(facts)],
    ['payout', payoutSentences(facts)],
    ['instalments', instalmentSentences(facts)],
  ]
  return { parts: numbered(articles, 1, agreementTexts(facts.language)), next: articles.length + 1 }
}

/** The articles after the schedule. */
export function articlesAfter(facts: LoanAgreementFacts, first: number): Part[] {
  const texts = agreementTexts(facts.language)
  const articles: Article[] = [
    ['penalty', penaltySentences(facts)],
    ['early', [texts.early[facts.terms.earlySettlement]]],
    ['security', securitySentences(facts)],
    ['mandate', [mandateSentence(facts)]],
    ['default', [texts.reminders, texts.talk, filled(texts.call, { also: alsoClaimedFrom(facts) })]],
    ['rest', [texts.dispute, texts.bylaws, texts.copies]],
  ]
  return numbered(articles, first, texts)
}

/** One sentence stands as it is; several are numbered. */
function numbered(articles: readonly Article[], first: number, texts: AgreementTexts): Part[] {
  return articles.flatMap(([title, sentences], index): Part[] => [
    { kind: 'heading', text: filled(texts.article, { number: first + index, title: texts.title[title] }) },
    ...sentences.map((text, at): Part => {
      return sentences.length === 1 ? { kind: 'paragraph', text } : { kind: 'clause', label: `(${at + 1})`, text }
    }),
  ])
}

function loanSentences({ language, loan, terms, quote }: LoanAgreementFacts): string[] {
  const texts = agreementTexts(language)
  const { gracePrincipalMonths, graceAllMonths } = terms
  const count = quote.schedule.rows.filter(({ payment }) => payment > 0).length
  return [
    filled(texts.principal, inFull(loan.principal as Sen)),
    filled(texts.purpose, { purpose: loan.purpose }),
    ...(loan.fund ? [filled(texts.ofFund, { fund: loan.fund.name })] : []),
    filled(texts.term, { months: loan.months, count, every: everyText(loan.interval, language) }),
    ...(graceAllMonths > 0 ? [filled(texts.graceAll, { months: graceAllMonths })] : []),
    ...(gracePrincipalMonths > 0 ? [filled(texts.gracePrincipal, { months: gracePrincipalMonths })] : []),
  ]
}

function interestSentences({ language, terms, quote }: LoanAgreementFacts): string[] {
  const texts = agreementTexts(language)
  const { interest, payment } = quote.schedule.totals
  const pct = (text: string) => pctText(text, language)
  return [
    filled(texts.rate[terms.method], { pct: pct(terms.rate.ratePct), per: texts.per[terms.rate.per] }),
    filled(texts.interestTotal, { interest: formatRupiah(interest), payment: formatRupiah(payment) }),
    filled(texts.trueRate, { flat: pct(quote.flatPctPerMonth), effective: pct(quote.effectivePctPerMonth) }),
  ]
}

const deductionKeys = [
  'provision',
  'administration',
  'insurance',
  'loanSavings',
  'stamp',
] as const satisfies readonly (keyof LoanDeductions)[]

function payoutSentences({ language, quote }: LoanAgreementFacts): string[] {
  const texts = agreementTexts(language)
  const { deductions, netPayout } = quote
  const named = deductionKeys
    .filter((key) => deductions[key] > 0)
    .map((key) => filled(texts.deduction[key], { amount: formatRupiah(deductions[key]) }))
  const total = formatRupiah(deducted(deductions))
  const taken =
    named.length === 0 ? texts.noDeductions : filled(texts.deductions, { total, list: listed(named, texts) })
  return [taken, filled(texts.net, inFull(netPayout))]
}

function instalmentSentences({ language, terms, date, isPlanned }: LoanAgreementFacts): string[] {
  const texts = agreementTexts(language)
  return [
    isPlanned ? filled(texts.asPlanned, { date: formatDate(date, language) }) : texts.asScheduled,
    texts.allocation[terms.allocation],
    texts.excess[terms.excess],
    texts.receipt,
  ]
}

function penaltySentences({ language, terms }: LoanAgreementFacts): string[] {
  const texts = agreementTexts(language)
  const { kind, pct, graceDays, capPct } = terms.penalty
  if (kind === 'none') return [texts.noPenalty]
  return [
    filled(texts.penalty[kind], { pct: pctText(pct, language) }),
    ...(graceDays > 0 ? [filled(texts.penaltyGrace, { days: graceDays })] : []),
    ...(capPct === null ? [] : [filled(texts.penaltyCap, { pct: pctText(capPct, language) })]),
  ]
}

function securitySentences({ language, guarantors, collateral, isJoint }: LoanAgreementFacts): string[] {
  const texts = agreementTexts(language)
  const named = guarantors.map(({ name, memberNumber: number, address }) => {
    if (number !== null) return filled(texts.guarantorMember, { name, number })
    return address === null ? name : filled(texts.guarantorAddress, { name, address })
  })
  const sentences = [
    ...(named.length === 0
      ? []
      : [filled(texts.guarantors[named.length === 1 ? 'one' : 'many'], { names: listed(named, texts) })]),
    ...collateral.map((one) => filled(texts.collateral, { what: collateralText(one, texts) })),
    ...(collateral.length === 0 ? [] : [texts.collateralBack]),
    ...(isJoint ? [texts.joint] : []),
  ]
  return sentences.length === 0 ? [texts.noSecurity] : sentences
}

function collateralText({ kind, owner, documentNumber, appraised, keptAt }: Collateral, texts: AgreementTexts): string {
  return [
    kind,
    ...(documentNumber === null ? [] : [filled(texts.collateralDocument, { number: documentNumber })]),
    filled(texts.collateralOwner, { owner }),
    filled(texts.collateralValue, { amount: formatRupiah(appraised) }),
    ...(keptAt === null ? [] : [filled(texts.collateralKept, { place: keptAt })]),
  ].join(texts.list.separator)
}

/** `, juga kepada penjamin dan dari agunan`: who and what else answers for a loan. */
export function alsoClaimedFrom({
  language,
  guarantors,
  collateral,
}: Pick<LoanAgreementFacts, 'language'> & Readonly<Record<'guarantors' | 'collateral', readonly unknown[]>>): string {
  const { also } = agreementTexts(language)
  if (guarantors.length === 0) return collateral.length === 0 ? '' : also.collateral
  return collateral.length === 0 ? also.guarantors : also.both
}

function mandateSentence({ language, mandate }: LoanAgreementFacts): string {
  const texts = agreementTexts(language)
  return mandate.length === 0 ? texts.noMandate : filled(texts.mandate, { products: listed(mandate, texts) })
}

function inFull(amount: Sen) {
  return { amount: formatRupiah(amount), words: rupiahInWords(amount) }
}

/** `a, b dan c`. */
function listed(items: readonly string[], { list }: AgreementTexts): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(list.separator)}${list.last}${items.at(-1)}`
}
