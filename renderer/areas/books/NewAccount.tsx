import { Button, Select, SimpleGrid } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import { orpc } from '../../app/queries.ts'
import { client } from '../../client.ts'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { AccountPicker } from '../../ui/fields/AccountPicker.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../ui/form/entry-form.ts'
import { FormFrame } from '../../ui/form/FormFrame.tsx'
import { useText } from '../../ui/text.ts'
import { accountSides, accountTypes } from './account-words.ts'

const empty = {
  parent: null as string | null,
  code: '',
  nameId: '',
  nameEn: '',
  type: 'expense' as (typeof accountTypes)[number],
  normal: 'debit' as (typeof accountSides)[number],
}

/** An account below a heading; type and side follow the heading until somebody says otherwise. */
export function NewAccount() {
  const { t, language } = useText()
  const navigate = useNavigate()
  const { data } = useQuery(orpc.accounts.list.queryOptions({ input: {} }))
  const headings = useMemo(
    () =>
      (data?.rows ?? [])
        .filter(({ postable }) => !postable)
        .map(({ code, nameId, nameEn }) => ({ code, name: language === 'en' ? nameEn : nameId })),
    [data, language],
  )
  const form = useEntryForm({
    initial: empty,
    save: ({ parent, nameEn, ...values }, requestId) =>
      client.accounts.create({
        requestId,
        ...values,
        parent: parent ?? '',
        ...(nameEn.trim() === '' ? {} : { nameEn }),
      }),
    onSaved: ({ code }) => void navigate(`/books/accounts/${code}`),
  })
  const chooseParent = (parent: string | null) => {
    form.set('parent', parent)
    const heading = data?.rows.find(({ code }) => code === parent)
    const type = accountTypes.find((known) => known === heading?.type)
    const normal = accountSides.find((known) => known === heading?.normal)
    if (type) form.set('type', type)
    if (normal) form.set('normal', normal)
  }
  const title = t(($) => $.bookkeeping.accounts.new)
  return (
    <>
      <PageHead
        title={title}
        actions={
          <Button component={Link} to="/books/accounts" variant="default">
            {t(($) => $.bookkeeping.accounts.back)}
          </Button>
        }
      />
      <FormFrame form={form} label={title}>
        <AccountPicker
          label={t(($) => $.bookkeeping.accounts.parent)}
          accounts={headings}
          autoFocus
          {...form.field('parent')}
          onChange={chooseParent}
        />
        <TextField label={t(($) => $.bookkeeping.accounts.code)} {...form.field('code')} />
        <TextField label={t(($) => $.bookkeeping.accounts.nameId)} {...form.field('nameId')} />
        <TextField label={t(($) => $.bookkeeping.accounts.nameEn)} {...form.field('nameEn')} />
        <SimpleGrid cols={2}>
          <Select
            label={t(($) => $.bookkeeping.accounts.type)}
            data={accountTypes.map((type) => ({ value: type, label: t(($) => $.bookkeeping.accounts.types[type]) }))}
            value={form.values.type}
            onChange={(value) => form.set('type', accountTypes.find((type) => type === value) ?? 'expense')}
            error={form.errorAt('type')}
          />
          <Select
            label={t(($) => $.bookkeeping.accounts.normal)}
            data={accountSides.map((side) => ({ value: side, label: t(($) => $.bookkeeping.accounts.sides[side]) }))}
            value={form.values.normal}
            onChange={(value) => form.set('normal', accountSides.find((side) => side === value) ?? 'debit')}
            error={form.errorAt('normal')}
          />
        </SimpleGrid>
      </FormFrame>
    </>
  )
}
