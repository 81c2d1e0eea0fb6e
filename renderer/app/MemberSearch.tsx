import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { MemberPicker, memberOption, type PickedMember } from '../ui/fields/MemberPicker.tsx'
import type { PickerProps } from '../ui/fields/Picker.tsx'
import { orpc } from './queries.ts'

interface MemberSearchProps extends Omit<PickerProps<PickedMember>, 'options' | 'onSearch' | 'isSearching'> {
  /** Members who left are offered only where they are meant. */
  readonly status?: 'active' | 'left' | 'all'
}

/** The member picker over the book's members. */
export function MemberSearch({ status = 'active', ...props }: MemberSearchProps) {
  const [text, setText] = useState('')
  const found = useQuery({
    ...orpc.members.list.queryOptions({ input: { text, status, limit: 20 } }),
    placeholderData: keepPreviousData,
  })
  const options = (found.data?.rows ?? []).map(memberOption)
  return <MemberPicker {...props} options={options} onSearch={setText} isSearching={found.isFetching} />
}
