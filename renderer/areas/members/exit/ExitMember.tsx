import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import type { MemberAnswer } from '../../../../shared/contract/members.ts'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { type EntryForm, useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import classes from '../members.module.css'
import { ConfirmExit } from './ConfirmExit.tsx'
import { ExitFields, type ExitValues } from './ExitFields.tsx'
import { ExitNotice } from './ExitNotice.tsx'
import { ExitSheet } from './ExitSheet.tsx'

type Exited = Answers['members']['exit']

/** A member leaves: the settlement stands beside the form while it is filled in, then it is confirmed and recorded. */
export function ExitMember() {
  const { t } = useText()
  const { memberId = '' } = useParams()
  const [exited, setExited] = useState<Exited>()
  const member = useQuery({
    ...orpc.members.get.queryOptions({ input: { memberId } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!member.data) {
    return (
      <>
        <PageHead title={t(($) => $.leaving.title)} />
        {member.isError && <Complaint error={member.error} />}
      </>
    )
  }
  return (
    <>
      <PageHead title={`${t(($) => $.leaving.title)}: ${member.data.name}`} text={t(($) => $.leaving.text)} />
      {exited ? (
        <ExitNotice member={member.data} exited={exited} />
      ) : (
        <Leaving key={memberId} member={member.data} onExited={setExited} />
      )}
    </>
  )
}

interface LeavingProps {
  readonly member: MemberAnswer
  readonly onExited: (exited: Exited) => void
}

function Leaving({ member, onExited }: LeavingProps) {
  const { t } = useText()
  const navigate = useNavigate()
  const { today } = useBook()
  const { memberId } = member
  const [isAsking, setAsking] = useState(false)
  const initial: ExitValues = {
    ...{ date: today, reason: 'resigned', lossShare: null, payWrittenOff: false, note: '' },
    ...{ heirName: '', heirRelation: '', heirDocument: '' },
  }
  const form = useEntryForm({
    initial,
    save: (values, requestId) => client.members.exit({ requestId, memberId, ...exitInput(values) }),
    onSaved: onExited,
    paths: {
      heir: 'heirName',
      'heir.name': 'heirName',
      'heir.relation': 'heirRelation',
      'heir.document': 'heirDocument',
    },
  })
  const { date, lossShare, payWrittenOff } = form.values
  const quote = useQuery({
    ...orpc.members.exitQuote.queryOptions({
      input: {
        memberId,
        date: date ?? '',
        ...(lossShare !== null && { lossShare }),
        ...(payWrittenOff && { payWrittenOff }),
      },
    }),
    enabled: date !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const shown = quote.isError || date === null ? undefined : quote.data
  // Asked first; the form itself saves once the question was answered.
  const asking: EntryForm<ExitValues> = {
    ...form,
    save: async () => {
      if (!form.questions.askFirst()) setAsking(true)
    },
  }
  return (
    <div className={classes.leaving}>
      <FormFrame
        form={asking}
        label={t(($) => $.leaving.title)}
        saveLabel={t(($) => $.leaving.save)}
        onCancel={() => void navigate(`/members/${memberId}`)}
      >
        <ExitFields form={asking} today={today} writtenOff={shown?.writtenOff ?? []} />
      </FormFrame>
      <ExitSheet quote={shown} error={quote.error} hasDate={date !== null} />
      <ConfirmExit
        isOpen={isAsking}
        name={member.name}
        date={date ?? ''}
        totals={shown?.totals}
        onYes={() => {
          setAsking(false)
          void form.save()
        }}
        onNo={() => setAsking(false)}
      />
    </div>
  )
}

function exitInput(values: ExitValues) {
  const { date, reason, heirName, heirRelation, heirDocument, lossShare, payWrittenOff, note } = values
  return {
    ...{ date: date ?? '', reason },
    ...(reason === 'died' && { heir: { name: heirName, relation: heirRelation, document: heirDocument } }),
    ...(lossShare !== null && { lossShare }),
    ...(payWrittenOff && { payWrittenOff }),
    ...(note.trim() !== '' && { note }),
  }
}
