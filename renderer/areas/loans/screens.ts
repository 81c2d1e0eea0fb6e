import type { Area } from '../../app/area.ts'
import { LoansIcon } from '../../ui/display/icons.tsx'

/** Pinjaman: who owes what, from the application to the last instalment. */
export const loansArea: Area = {
  name: 'loans',
  title: ($) => $.app.nav.loans,
  icon: LoansIcon,
  screens: [
    {
      path: 'loans',
      title: ($) => $.loans.title,
      load: () => import('./portfolio/LoanList.tsx').then(({ LoanList }) => LoanList),
    },
    {
      path: 'loans/pay',
      title: ($) => $.loans.pay.title,
      load: () => import('./payment/PayLoan.tsx').then(({ PayLoan }) => PayLoan),
    },
    {
      path: 'loans/payoff',
      title: ($) => $.loans.payOff.title,
      load: () => import('./payment/PayOffLoan.tsx').then(({ PayOffLoan }) => PayOffLoan),
    },
    {
      path: 'loans/apply',
      title: ($) => $.loans.apply.title,
      load: () => import('./application/ApplyForLoan.tsx').then(({ ApplyForLoan }) => ApplyForLoan),
    },
    {
      path: 'loans/visits',
      title: ($) => $.loans.visits.title,
      load: () => import('./portfolio/Visits.tsx').then(({ Visits }) => Visits),
    },
    {
      path: 'loans/classes',
      title: ($) => $.loans.classes.title,
      load: () => import('./portfolio/LoanClasses.tsx').then(({ LoanClasses }) => LoanClasses),
    },
    {
      path: 'loans/month-end',
      title: ($) => $.loans.monthEnd.title,
      load: () => import('./portfolio/LoanMonthEnd.tsx').then(({ LoanMonthEnd }) => LoanMonthEnd),
    },
    {
      path: 'loans/approve/:loanId',
      title: ($) => $.loans.approve.title,
      load: () => import('./application/ApproveLoan.tsx').then(({ ApproveLoan }) => ApproveLoan),
      isInner: true,
    },
    {
      path: 'loans/disburse/:loanId',
      title: ($) => $.loans.disburse.title,
      load: () => import('./application/DisburseLoan.tsx').then(({ DisburseLoan }) => DisburseLoan),
      isInner: true,
    },
    {
      path: 'loans/restructure/:loanId',
      title: ($) => $.loans.restructure.title,
      load: () => import('./ending/RestructureLoan.tsx').then(({ RestructureLoan }) => RestructureLoan),
      isInner: true,
    },
    {
      path: 'loans/write-off/:loanId',
      title: ($) => $.loans.writeOff.title,
      load: () => import('./ending/WriteOffLoan.tsx').then(({ WriteOffLoan }) => WriteOffLoan),
      isInner: true,
    },
    {
      path: 'loans/recover/:loanId',
      title: ($) => $.loans.recover.title,
      load: () => import('./ending/RecoverLoan.tsx').then(({ RecoverLoan }) => RecoverLoan),
      isInner: true,
    },
    {
      path: 'loans/card/:loanId',
      title: ($) => $.loans.card.title,
      load: () => import('./card/LoanCard.tsx').then(({ LoanCard }) => LoanCard),
      isInner: true,
    },
  ],
}
