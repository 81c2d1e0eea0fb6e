import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { Answers } from '../../../shared/contract/index.ts'
import { MemberSearch } from '../../app/MemberSearch.tsx'
import { useProductNames } from '../../app/product-names.ts'
import { orpc } from '../../app/queries.ts'
import { useBook } from '../../app/session.tsx'
import { useFreshVisit } from '../../app/use-fresh-visit.ts'
import { client } from '../../client.ts'
import { DoneNotice } from '../../ui/display/DoneNotice.tsx'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { memberOption, type PickedMember } from '../../ui/fields/MemberPicker.tsx'
import { useEntryForm } from '../../ui/form/entry-form.ts'
import { FormFrame } from '../../ui/form/FormFrame.tsx'
import { useText } from '../../ui/text.ts'
import { savingsChoices } from './savings-choices.ts'

interface Opened {
  readonly answer: Answers['savings']['open']
  readonly member: PickedMember
  readonly product: string
}

/** Opens a savings account without money on it. */
export function OpenSavings() {
  const { t } = useText()
  const [params] = useSearchParams()
  const [opened, setOpened] = useState<Opened>()
  useFreshVisit(() => setOpened(undefined))
  const memberId = params.get('member')
  const known = useQuery({
    ...orpc.members.get.queryOptions({ input: { memberId: memberId ?? '' } }),
    enabled: memberId !== null,
  })
  return (
    <>
      <PageHead title={t(($) => $.savings.open.title)} text={t(($) => $.savings.open.hint)} />
      {opened ? (
        <Notice opened={opened} onNext={() => setOpened(undefined)} />
      ) : (
        (memberId === null || !known.isPending) && (
          <Fields member={known.data ? memberOption(known.data) : null} onOpened={setOpened} />
        )
      )}
    </>
  )
}

interface FieldsProps {
  readonly member: PickedMember | null
  readonly onOpened: (opened: Opened) => void
}

function Fields({ member, onOpened }: FieldsProps) {
  const { t } = useText()
  const { today } = useBook()
  const nameOf = useProductNames()
  const products = useQuery(orpc.savings.products.queryOptions({ input: {} }))
  const form = useEntryForm({
    initial: { member, product: '', date: today as string | null },
    save: (values, requestId) =>
      client.savings.open({
        requestId,
        memberId: values.member?.id ?? '',
        product: values.product,
        date: values.date ?? '',
      }),
    onSaved: (answer, values) => {
      if (values.member) onOpened({ answer, member: values.member, product: values.product })
    },
    paths: { memberId: 'member' },
  })
  const { values } = form
  const owner = useQuery({
    ...orpc.members.get.queryOptions({ input: { memberId: values.member?.id ?? '' } }),
    enabled: values.member !== null,
  })
  const held = owner.data?.memberId === values.member?.id ? owner.data : undefined
  const missing = held
    ? savingsChoices('deposit', held, products.data?.rows ?? []).filter(
        ({ savingsAccountId }) => savingsAccountId === undefined,
      )
    : []
  const { error } = form.field('product')
  return (
    <FormFrame form={form} label={t(($) => $.savings.open.title)} saveLabel={t(($) => $.savings.open.save)}>
      <MemberSearch label={t(($) => $.savings.form.member)} {...form.field('member')} autoFocus={member === null} />
      <NativeSelect
        size="md"
        label={t(($) => $.savings.open.product)}
        name="product"
        error={error}
        description={held && missing.length === 0 ? t(($) => $.savings.open.all) : undefined}
        value={values.product}
        onChange={(event) => form.set('product', event.currentTarget.value)}
        data={[
          { value: '', label: t(($) => $.savings.open.choose) },
          ...missing.map(({ product }) => ({ value: product, label: nameOf(product) })),
        ]}
        autoFocus={member !== null}
      />
      <DateField label={t(($) => $.savings.open.date)} today={today} {...form.field('date')} />
    </FormFrame>
  )
}

function Notice({ opened, onNext }: { readonly opened: Opened; readonly onNext: () => void }) {
  const { t } = useText()
  const nameOf = useProductNames()
  const { answer, member, product } = opened
  const { number, savingsAccountId } = answer
  return (
    <DoneNotice sentence={t(($) => $.savings.open.saved, { number, product: nameOf(product), member: member.title })}>
      <Button component={Link} to={`/savings/deposit?member=${member.id}&account=${savingsAccountId}`}>
        {t(($) => $.savings.open.deposit)}
      </Button>
      <Button variant="default" onClick={onNext}>
        {t(($) => $.savings.open.next)}
      </Button>
    </DoneNotice>
  )
}
