import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { EntryForm } from '../../../ui/form/entry-form.ts'
import classes from '../settings.module.css'
import type { LoanProductValues } from './product-values.ts'

/** What every part of a loan product's form is handed. */
export interface PartProps {
  readonly form: EntryForm<LoanProductValues>
}

interface FormPartProps {
  readonly title: string
  readonly text?: string
  readonly children: ReactNode
}

/** Fields that belong together under one heading, two in a row. */
export function FormPart({ title, text, children }: FormPartProps) {
  return (
    <fieldset className={classes.part}>
      <legend>{title}</legend>
      {text !== undefined && (
        <Text size="sm" c="gray.7" className={classes.whole}>
          {text}
        </Text>
      )}
      {children}
    </fieldset>
  )
}
