import { useRef } from 'react'
import type { CalendarDate } from '../../../shared/calendar.ts'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { MoneyField } from '../../ui/fields/MoneyField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../ui/form/entry-form.ts'
import { FormFrame } from '../../ui/form/FormFrame.tsx'
import { useText } from '../../ui/text.ts'
import { makeBook, type NewBook, newBookPaths } from './make-book.ts'

const empty: NewBook = { name: '', village: '', foundedOn: null, chair: '', treasurer: '', due: null }

interface NewBookFormProps {
  readonly today: CalendarDate
  readonly onCancel: () => void
}

/** From nothing to an open book: six questions, only the first needs an answer. */
export function NewBookForm({ today, onCancel }: NewBookFormProps) {
  const { t } = useText()
  const isMade = useRef(false)
  const form = useEntryForm({
    initial: empty,
    paths: newBookPaths,
    save: (values) => makeBook(values, today, isMade),
  })
  const title = t(($) => $.start.make.title)
  return (
    <>
      <PageHead title={title} text={t(($) => $.start.make.text)} />
      <FormFrame
        form={form}
        label={title}
        saveLabel={t(($) => $.start.make.save)}
        onCancel={onCancel}
        cancelLabel={t(($) => $.start.make.back)}
      >
        <TextField
          label={t(($) => $.start.make.name)}
          description={t(($) => $.start.make.nameHint)}
          autoFocus
          {...form.field('name')}
        />
        <TextField label={t(($) => $.start.make.village)} {...form.field('village')} />
        <DateField
          label={t(($) => $.start.make.foundedOn)}
          description={t(($) => $.start.make.foundedOnHint)}
          today={today}
          anyDay
          {...form.field('foundedOn')}
        />
        <TextField label={t(($) => $.start.make.chair)} {...form.field('chair')} />
        <TextField label={t(($) => $.start.make.treasurer)} {...form.field('treasurer')} />
        <MoneyField
          label={t(($) => $.start.make.due)}
          description={t(($) => $.start.make.dueHint)}
          {...form.field('due')}
        />
      </FormFrame>
    </>
  )
}
