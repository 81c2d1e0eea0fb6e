import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { ItemAnswer } from '../../../../shared/contract/items.ts'
import { AttachmentPanel } from '../../../app/attachments/AttachmentPanel.tsx'
import { orpc } from '../../../app/queries.ts'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { client } from '../../../client.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { DoneNotice } from '../../../ui/display/DoneNotice.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { ItemFields } from './ItemFields.tsx'
import { createInput, itemField, itemValues, newItem, updateInput } from './item-values.ts'
import { ItemPhoto } from './photo/ItemPhoto.tsx'

/** Something that is traded from now on. */
export function NewItem() {
  const { t } = useText()
  const [made, setMade] = useState<ItemAnswer>()
  useFreshVisit(() => setMade(undefined))
  return (
    <>
      <PageHead title={t(($) => $.trade.item.create)} text={t(($) => $.trade.item.createText)} />
      {made ? (
        <DoneNotice sentence={t(($) => $.trade.item.made, { name: made.name, number: made.number })}>
          <Button onClick={() => setMade(undefined)}>{t(($) => $.trade.item.next)}</Button>
          <Button component={Link} to={`/trade/items/${made.itemId}`} variant="default">
            {t(($) => $.attachments.photo.choose)}
          </Button>
          <Button component={Link} to="/trade" variant="default">
            {t(($) => $.trade.item.list)}
          </Button>
        </DoneNotice>
      ) : (
        <NewFields onMade={setMade} />
      )}
    </>
  )
}

function NewFields({ onMade }: { readonly onMade: (item: ItemAnswer) => void }) {
  const { t } = useText()
  const form = useEntryForm({
    initial: newItem,
    save: (values, requestId) => client.items.create({ ...createInput(values), requestId }),
    onSaved: onMade,
    paths: itemField,
  })
  return (
    <FormFrame
      form={form}
      label={t(($) => $.trade.item.create)}
      saveLabel={t(($) => $.trade.item.save)}
      maxWidth="52rem"
    >
      <ItemFields form={form} />
    </FormFrame>
  )
}

/** Changes the terms of an item, or takes it out of use; what it is and whose it is stays. */
export function EditItem() {
  const { t } = useText()
  const { itemId = '' } = useParams()
  const item = useQuery({
    ...orpc.items.get.queryOptions({ input: { itemId } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const { data } = item
  return (
    <>
      <PageHead
        title={t(($) => $.trade.item.edit)}
        text={
          data && `${data.number} · ${[t(($) => $.trade.kind[data.kind]), data.ownerName].filter(Boolean).join(', ')}`
        }
        actions={
          data &&
          data.kind !== 'service' && (
            <Button component={Link} to={`/trade/items/${itemId}/card`} variant="default">
              {t(($) => $.shop.card.title)}
            </Button>
          )
        }
      />
      {item.isError && <Complaint error={item.error} />}
      {data && <ItemPhoto key={`photo ${itemId}`} item={data} />}
      {data && <EditFields key={itemId} item={data} />}
      {data && <AttachmentPanel subject={{ kind: 'item', id: itemId }} />}
    </>
  )
}

function EditFields({ item }: { readonly item: ItemAnswer }) {
  const { t } = useText()
  const navigate = useNavigate()
  const toList = () => void navigate('/trade')
  const form = useEntryForm({
    initial: itemValues(item),
    save: (values, requestId) => client.items.update({ ...updateInput(values), requestId, itemId: item.itemId }),
    onSaved: toList,
    paths: itemField,
  })
  return (
    <FormFrame
      form={form}
      label={t(($) => $.trade.item.edit)}
      saveLabel={t(($) => $.trade.item.saveChange)}
      onCancel={toList}
      maxWidth="52rem"
    >
      <ItemFields form={form} isKnown />
    </FormFrame>
  )
}
