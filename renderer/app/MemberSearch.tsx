import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { MemberPicker, memberOption, type PickedMember } from '../ui/fields/MemberPicker.tsx'
import { matchesWords } from '../ui/fields/matches.ts'
import type { PickerProps } from '../ui/fields/Picker.tsx'
import { orpc } from './queries.ts'

interface MemberSearchProps extends Omit<PickerProps<PickedMember>, 'options' | 'onSearch' | 'isSearching'> {
  /** Members who left are offered only where they are meant. */
  readonly status?: 'active' | 'left' | 'all'
}

/** The member picker over the book's members. */
export function MemberSearch({ status = 'active', ...props }: MemberSearchProps) {
  const [text, setText] = useState('')
  const { data, isPlaceholderData, isFetching } = useQuery({
    ...orpc.members.list.queryOptions({ input: { text, status, limit: 20 } }),
    placeholderData: keepPreviousData,
  })
  const options = useMemo(() => {
    // While the answer to the last key is under way, nobody is offered who does not fit what is typed.
    const fits = ({ number, title, detail }: PickedMember) => matchesWords(`${number} ${title} ${detail ?? ''}`, text)
    const found = (data?.rows ?? []).map(memberOption)
    return isPlaceholderData ? found.filter(fits) : found
  }, [data, isPlaceholderData, text])
  return <MemberPicker {...props} options={options} onSearch={setText} isSearching={isFetching} />
}
