import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { orpc } from '../../../app/queries.ts'
import { matchesWords } from '../../../ui/fields/matches.ts'
import { Picker, type PickerOption, type PickerProps } from '../../../ui/fields/Picker.tsx'
import { useText } from '../../../ui/text.ts'
import type { PartnerKind } from './partner-values.ts'

interface PartnerSearchProps extends Omit<PickerProps<PickerOption>, 'options' | 'onSearch' | 'isSearching'> {
  readonly kind?: PartnerKind
}

/** Finds whom the cooperative trades with by any part of name and number. */
export function PartnerSearch({ kind, ...props }: PartnerSearchProps) {
  const { t } = useText()
  const [text, setText] = useState('')
  const { data, isPlaceholderData, isFetching } = useQuery({
    ...orpc.partners.list.queryOptions({ input: { text, activeOnly: true, limit: 20, ...(kind && { kind }) } }),
    placeholderData: keepPreviousData,
  })
  const options = useMemo(() => {
    const found = (data?.rows ?? []).map(
      ({ partnerId, number, name, address }): PickerOption => ({
        id: partnerId,
        title: `${name} (${number})`,
        detail: address ?? undefined,
      }),
    )
    // While the answer to the last key is under way, nobody is offered who does not fit what is typed.
    return isPlaceholderData ? found.filter(({ title }) => matchesWords(title, text)) : found
  }, [data, isPlaceholderData, text])
  return (
    <Picker
      placeholder={t(($) => $.trade.partner.hint)}
      nothing={t(($) => $.trade.partner.nothing)}
      {...props}
      options={options}
      onSearch={setText}
      isSearching={isFetching}
    />
  )
}
