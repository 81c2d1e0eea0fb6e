import { Text } from '@mantine/core'
import { Fragment } from 'react'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import type { EntryForm } from '../../../ui/form/entry-form.ts'
import { useText } from '../../../ui/text.ts'
import classes from '../capital.module.css'
import { type FundValues, withRow } from './fund-values.ts'

/** What each part of the money is meant for; a new row stands below as soon as the last one is begun. */
export function BudgetFields({ form }: { readonly form: EntryForm<FundValues> }) {
  const { t } = useText()
  const { budget } = form.values
  return (
    <>
      <div className={classes.budget}>
        {budget.map((row, index) => {
          const n = String(index + 1)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are only ever added at the end
            <Fragment key={index}>
              <TextField
                label={t(($) => $.capital.fund.line, { n })}
                name={`budget.${index}.name`}
                value={row.name}
                onChange={(name) => form.set('budget', withRow(form.values.budget, index, { name }))}
                error={form.errorAt(`budget.${index}.name`)}
              />
              <MoneyField
                label={t(($) => $.capital.fund.lineAmount, { n })}
                name={`budget.${index}.amount`}
                value={row.amount}
                onChange={(amount) => form.set('budget', withRow(form.values.budget, index, { amount }))}
                error={form.errorAt(`budget.${index}.amount`)}
                withoutWords
              />
            </Fragment>
          )
        })}
      </div>
      <Text size="sm" c="gray.7">
        {t(($) => $.capital.fund.budgetText)}
      </Text>
    </>
  )
}
