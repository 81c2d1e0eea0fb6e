import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { itemKinds } from '../../shared/contract/items.ts'
import { Picker, type PickerOption, type PickerProps } from '../ui/fields/Picker.tsx'
import { orpc } from './queries.ts'

/** An item that was picked, by its id and its name. */
export type PickedItem = PickerOption

// What can lie on a shelf: a service has no card.
const kinds = itemKinds.filter((kind) => kind !== 'service')

/** Finds one item by any part of name and number, or by its barcode; also one that is no longer used. */
export function ItemPicker(props: Omit<PickerProps<PickedItem>, 'options' | 'onSearch' | 'isSearching'>) {
  const [text, setText] = useState('')
  const { data, isFetching } = useQuery({
    ...orpc.items.list.queryOptions({ input: { text, kinds, limit: 30 } }),
    placeholderData: keepPreviousData,
  })
  const options = useMemo(
    () => (data?.rows ?? []).map(({ itemId, name, number }) => ({ id: itemId, title: `${name} (${number})` })),
    [data],
  )
  return <Picker {...props} options={options} onSearch={setText} isSearching={isFetching} />
}
