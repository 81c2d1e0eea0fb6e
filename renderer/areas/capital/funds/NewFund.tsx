import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Answers } from '../../../../shared/contract/index.ts'
import { useBook } from '../../../app/session.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { client } from '../../../client.ts'
import { DoneNotice } from '../../../ui/display/DoneNotice.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { LinkButton } from '../LinkButton.tsx'
import { FundFields } from './FundFields.tsx'
import { createInput, emptyFund, fundField } from './fund-values.ts'

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
    save: (values, requestId) => client.funds.create({ ...createInput(values), requestId }),
    onSaved: onMade,
    paths: fundField,
  })
  return (
    <FormFrame
      form={form}
      label={t(($) => $.capital.funds.create)}
      saveLabel={t(($) => $.capital.fund.save)}
      maxWidth="52rem"
    >
      <FundFields form={form} />
    </FormFrame>
  )
}
