import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import type { MemberAnswer } from '../../../shared/contract/members.ts'
import { orpc } from '../../app/queries.ts'
import { client } from '../../client.ts'
import { Complaint } from '../../ui/display/Complaint.tsx'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { useEntryForm } from '../../ui/form/entry-form.ts'
import { FormFrame } from '../../ui/form/FormFrame.tsx'
import { useText } from '../../ui/text.ts'
import { MemberFields } from './MemberFields.tsx'
import { memberInput, memberPaths, valuesOf } from './member-values.ts'

/** Changes what is known of a member; a number that is given up stays hers. */
export function EditMember() {
  const { t } = useText()
  const { memberId = '' } = useParams()
  const member = useQuery({
    ...orpc.members.get.queryOptions({ input: { memberId } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <>
      <PageHead title={t(($) => $.members.edit.title)} text={member.data?.name} />
      {member.isError && <Complaint error={member.error} />}
      {member.data && <Fields key={memberId} member={member.data} />}
    </>
  )
}

function Fields({ member }: { readonly member: MemberAnswer }) {
  const { t } = useText()
  const navigate = useNavigate()
  const { memberId } = member
  const page = `/members/${memberId}`
  const form = useEntryForm({
    initial: valuesOf(member),
    save: (values, requestId) => client.members.update({ requestId, memberId, ...memberInput(values) }),
    onSaved: ({ warnings }) => void navigate(page, { state: { warnings } }),
    paths: memberPaths,
  })
  return (
    <FormFrame
      form={form}
      label={t(($) => $.members.edit.title)}
      saveLabel={t(($) => $.members.edit.save)}
      onCancel={() => void navigate(page)}
      maxWidth="52rem"
    >
      <MemberFields form={form} first="name" />
    </FormFrame>
  )
}
