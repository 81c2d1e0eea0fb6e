import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useBook } from '../../app/session.tsx'
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import type { EntryForm } from '../../ui/form/entry-form.ts'
import { useText } from '../../ui/text.ts'
import { MoreFields } from './MoreFields.tsx'
import { hasMore, type MemberValues, moreFields } from './member-values.ts'
import classes from './members.module.css'
import { NationalIdField } from './NationalIdField.tsx'

interface MemberFieldsProps {
  readonly form: EntryForm<MemberValues>
  /** The field a person starts with. */
  readonly first: 'name' | 'number'
}

/** What is asked of everybody; the rest waits behind *Isian lain*. */
export function MemberFields({ form, first }: MemberFieldsProps) {
  const { t } = useText()
  const { today } = useBook()
  const [isOpen, setOpen] = useState(() => hasMore(form.values))
  const isRefused = form.hasFailed && moreFields.some((field) => form.errorAt(field) !== undefined)
  const text = (key: 'number' | 'name' | 'hamlet' | 'rt' | 'rw' | 'phone') => (
    <TextField label={t(($) => $.members.fields[key])} {...form.field(key)} autoFocus={key === first} />
  )
  return (
    <>
      <div className={classes.two}>
        {text('number')}
        {text('name')}
        <ChoiceField
          label={t(($) => $.members.fields.sex)}
          {...form.field('sex')}
          none={t(($) => $.members.fields.chooseSex)}
          choices={(['female', 'male'] as const).map((value) => ({ value, label: t(($) => $.members.fields[value]) }))}
        />
        <DateField label={t(($) => $.members.fields.birthDate)} today={today} {...form.field('birthDate')} anyDay />
        <div className={classes.place}>
          {text('hamlet')}
          {text('rt')}
          {text('rw')}
        </div>
        {text('phone')}
        <NationalIdField field={form.field('nationalId')} values={form.values} today={today} />
        <DateField label={t(($) => $.members.fields.joinedOn)} today={today} {...form.field('joinedOn')} anyDay />
      </div>
      <div>
        <Button variant="default" aria-expanded={isOpen || isRefused} onClick={() => setOpen(!isOpen)}>
          {t(($) => $.members.fields.more)}
        </Button>
        <Text span size="sm" c="gray.7" ml="sm">
          {t(($) => $.members.fields.moreText)}
        </Text>
      </div>
      {(isOpen || isRefused) && <MoreFields form={form} />}
    </>
  )
}
