import { Text, Title } from '@mantine/core'
import { useBook } from '../../app/session.tsx'
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import type { EntryForm } from '../../ui/form/entry-form.ts'
import { useText } from '../../ui/text.ts'
import { abilities, type MemberValues } from './member-values.ts'
import classes from './members.module.css'

type TextKey = 'address' | 'village' | 'district' | 'occupation' | 'note' | AbroadKey
type AbroadKey = 'returneeCountry' | 'returneeSector' | 'returneeYears'

/** What is good to know of a member and not needed to keep her savings. */
export function MoreFields({ form }: { readonly form: EntryForm<MemberValues> }) {
  const { t } = useText()
  const { today } = useBook()
  const text = (key: TextKey) => <TextField label={t(($) => $.members.fields[key])} {...form.field(key)} />
  const isAbroad = form.values.returneeStatus === 'returnee' || form.values.returneeStatus === 'family'
  return (
    <>
      <div className={classes.two}>
        <div className={classes.wide}>{text('address')}</div>
        {text('village')}
        {text('district')}
        {text('occupation')}
        <ChoiceField
          label={t(($) => $.members.fields.bpjs)}
          {...form.field('bpjs')}
          none={t(($) => $.members.fields.unknown)}
          choices={(['active', 'inactive', 'none'] as const).map((value) => ({
            value,
            label: t(($) => $.members.bpjs[value]),
          }))}
        />
      </div>
      <Title order={2} size="h5">
        {t(($) => $.members.fields.returnee)}
      </Title>
      <div className={classes.two}>
        <ChoiceField
          label={t(($) => $.members.fields.returneeStatus)}
          {...form.field('returneeStatus')}
          none={t(($) => $.members.fields.unknown)}
          choices={(['returnee', 'family', 'none'] as const).map((value) => ({
            value,
            label: t(($) => $.members.returneeStatus[value]),
          }))}
        />
        {isAbroad && text('returneeCountry')}
        {isAbroad && text('returneeSector')}
        {isAbroad && text('returneeYears')}
        {isAbroad && (
          <DateField label={t(($) => $.members.fields.returnedOn)} today={today} {...form.field('returnedOn')} anyDay />
        )}
      </div>
      <Disability form={form} />
      <div className={classes.two}>
        <DateField label={t(($) => $.members.fields.consentOn)} today={today} {...form.field('consentOn')} anyDay />
        {text('note')}
      </div>
    </>
  )
}

/** The short set of six questions (Washington Group), each from no difficulty to cannot at all. */
function Disability({ form }: { readonly form: EntryForm<MemberValues> }) {
  const { t } = useText()
  const grades = [
    { value: '1', label: t(($) => $.members.grade.none) },
    { value: '2', label: t(($) => $.members.grade.some) },
    { value: '3', label: t(($) => $.members.grade.much) },
    { value: '4', label: t(($) => $.members.grade.cannot) },
  ]
  return (
    <div>
      <Title order={2} size="h5">
        {t(($) => $.members.fields.disability)}
      </Title>
      <Text size="sm" c="gray.7">
        {t(($) => $.members.fields.disabilityText)}
      </Text>
      <div className={classes.two}>
        {abilities.map((ability) => (
          <ChoiceField
            key={ability}
            label={t(($) => $.members.fields[ability])}
            {...form.field(ability)}
            none={t(($) => $.members.fields.unknown)}
            choices={grades}
          />
        ))}
      </div>
    </div>
  )
}
