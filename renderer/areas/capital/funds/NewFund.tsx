import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import type { Answers } from '../../../../shared/contract/index.ts'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { useBook } from '../../../app/session.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { client } from '../../../client.ts'
import { DoneNotice } from '../../../ui/display/DoneNotice.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import classes from '../capital.module.css'
import { LinkButton } from '../LinkButton.tsx'
import { BudgetFields } from './BudgetFields.tsx'
import { emptyFund, fundField, fundInput, fundTreatments } from './fund-values.ts'

type Fund = Answers['funds']['create']

/** An agreement with who gives: for what, until when, under which conditions, and its budget. */
export function NewFund() {
  const { t } = useText()
  const [made, setMade] = useState<Fund>()
  useFreshVisit(() => setMade(undefined))
  return (
    <>
      <PageHead title={t(($) => $.capital.funds.create)} text={t(($) => $.capital.fund.createText)} />
      {made ? (
        <DoneNotice sentence={t(($) => $.capital.fund.made, { name: made.name, number: made.number })}>
          <LinkButton to={`/funds/receive?fund=${made.fundId}`} label={t(($) => $.capital.fund.toReceive)} isFirst />
          <LinkButton to={`/funds/card/${made.fundId}`} label={t(($) => $.capital.fund.toCard)} />
          <Button variant="default" onClick={() => setMade(undefined)}>
            {t(($) => $.capital.fund.next)}
          </Button>
        </DoneNotice>
      ) : (
        <Fields onMade={setMade} />
      )}
    </>
  )
}

function Fields({ onMade }: { readonly onMade: (fund: Fund) => void }) {
  const { t } = useText()
  const { today } = useBook()
  const form = useEntryForm({
    initial: emptyFund(today),
    save: (values, requestId) => client.funds.create({ ...fundInput(values), requestId }),
    onSaved: onMade,
    paths: fundField,
  })
  const { treatment } = form.values
  return (
    <FormFrame
      form={form}
      label={t(($) => $.capital.funds.create)}
      saveLabel={t(($) => $.capital.fund.save)}
      maxWidth="52rem"
    >
      <div className={classes.two}>
        <TextField label={t(($) => $.capital.fund.name)} {...form.field('name')} autoFocus />
        <TextField label={t(($) => $.capital.fund.donor)} {...form.field('donor')} />
        <TextField label={t(($) => $.capital.fund.purpose)} {...form.field('purpose')} />
        <ChoiceField
          label={t(($) => $.capital.fund.treatment)}
          description={t(($) => $.capital.treatmentText[treatment])}
          {...form.field('treatment')}
          choices={fundTreatments.map((value) => ({ value, label: t(($) => $.capital.treatment[value]) }))}
        />
        <DateField label={t(($) => $.capital.fund.from)} today={today} anyDay {...form.field('from')} />
        <DateField label={t(($) => $.capital.fund.to)} today={today} anyDay {...form.field('to')} />
        <TextField label={t(($) => $.capital.agreementNumber)} {...form.field('agreementNumber')} />
        <CashAccountSelect
          label={t(($) => $.capital.fund.cashAccount)}
          {...form.field('cashAccount')}
          onOffer={form.offer('cashAccount')}
          bankOnly
        />
      </div>
      <TextField label={t(($) => $.capital.fund.restriction)} {...form.field('restriction')} />
      <Text fw={650}>{t(($) => $.capital.fund.budget)}</Text>
      <BudgetFields form={form} />
    </FormFrame>
  )
}
