import { Button, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import { orpc } from '../../../app/queries.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { Done, useSaid } from '../../../ui/display/Done.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useText } from '../../../ui/text.ts'
import classes from '../settings.module.css'
import { AccountForm } from './AccountForm.tsx'
import { DueForm } from './DueForm.tsx'
import { InterestForm } from './InterestForm.tsx'
import { NamesForm } from './NamesForm.tsx'
import { RulesForm } from './RulesForm.tsx'

/** One savings product: what is due, how it earns, its rules, its names and its place in the books. */
export function SavingsProductForm() {
  const { t, language } = useText()
  const navigate = useNavigate()
  const { product: wanted } = useParams()
  const { data, error } = useQuery(orpc.savings.products.queryOptions({ input: {} }))
  const [said, say] = useSaid()
  const product = data?.rows.find((row) => row.product === wanted)
  if (!product) return <Complaint error={error} />
  const name = language === 'en' ? product.nameEn : product.nameId
  const hasDue = product.kind === 'mandatory' || product.kind === 'principal'
  const form = { product, onSaved: say }
  return (
    <>
      <PageHead
        title={t(($) => $.settings.products.change, { name })}
        actions={
          <Button variant="default" onClick={() => void navigate('/settings/products')}>
            {t(($) => $.settings.products.back)}
          </Button>
        }
      />
      <Done key={said.count} sentence={said.sentence} isFar />
      <div className={classes.product} key={product.product}>
        <Stack gap="lg">
          {hasDue && <DueForm {...form} />}
          <NamesForm {...form} />
          <AccountForm {...form} />
        </Stack>
        <Stack gap="lg">
          <InterestForm {...form} />
          <RulesForm {...form} />
        </Stack>
      </div>
    </>
  )
}
