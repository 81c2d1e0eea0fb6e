import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Picker, type PickerOption, type PickerProps } from '../ui/fields/Picker.tsx'
import { orpc } from './queries.ts'

/** An item that was picked, by its id and its name. */
export type PickedItem = PickerOption

/** Finds one item by any part of name and number, or by its barcode; also one that is no longer used. */
export function ItemPicker(props: Omit<PickerProps<PickedItem>, 'options' | 'onSearch' | 'isSearching'>) {
  const [text, setText] = useState('')
  const { data, isFetching } = useQuery({
    ...orpc.items.list.queryOptions({ input: { text, limit: 30 } }),
    placeholderData: keepPreviousData,
  })
  const options = useMemo(
    () =>
      (data?.rows ?? [])
        .filter(({ kind }) => kind !== 'service')
        .map(({ itemId, name, number }) => ({ id: itemId, title: `${name} (${number})` })),
    [data],
  )
  return <Picker {...props} options={options} onSearch={setText} isSearching={isFetching} />
}
