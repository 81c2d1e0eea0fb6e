import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import { orpc } from '../../../app/queries.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useText } from '../../../ui/text.ts'
import { LoanProductForm } from './LoanProductForm.tsx'

/** One kind of loan: all its rules, and beside them what they make of a loan. */
export function LoanProductPage() {
  const { t, language } = useText()
  const navigate = useNavigate()
  const { loanProduct: wanted } = useParams()
  const { data, error } = useQuery(orpc.loans.products.queryOptions({ input: {} }))
  const product = data?.rows.find((row) => row.product === wanted)
  if (!product) return <Complaint error={error} />
  return (
    <>
      <PageHead
        title={t(($) => $.loanRules.change, { name: language === 'en' ? product.nameEn : product.nameId })}
        actions={
          <Button variant="default" onClick={() => void navigate('/settings/loans')}>
            {t(($) => $.loanRules.back)}
          </Button>
        }
      />
      <LoanProductForm key={product.product} product={product} />
    </>
  )
}
