import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ageAt, formatDate } from '../../../../shared/calendar.ts'
import type { MemberAnswer } from '../../../../shared/contract/members.ts'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { useText } from '../../../ui/text.ts'
import classes from '../members.module.css'

/** What is known of a member; what was never filled in is left out, but for what everybody is asked. */
export function MemberFacts({ member }: { readonly member: MemberAnswer }) {
  const { t, language } = useText()
  const { today } = useBook()
  const { sex, birthDate, hamlet, rt, rw, phone, returnee, bpjs, consentOn } = member
  const born =
    birthDate && t(($) => $.members.page.age, { date: formatDate(birthDate, language), years: ageAt(birthDate, today) })
  const neighbours = (rt ?? rw) ? t(($) => $.members.page.rtRw, { rt: rt ?? '-', rw: rw ?? '-' }) : null
  const abroad =
    returnee && [t(($) => $.members.returneeStatus[returnee.status]), returnee.country].filter(Boolean).join(', ')
  const insurance = bpjs === 'active' || bpjs === 'inactive' || bpjs === 'none' ? t(($) => $.members.bpjs[bpjs]) : null
  return (
    <dl className={classes.facts}>
      <Fact label={t(($) => $.members.fields.sex)} value={t(($) => $.members.fields[sex])} />
      <Fact label={t(($) => $.members.fields.birthDate)} value={born} isAsked />
      <Fact label={t(($) => $.members.fields.hamlet)} value={[hamlet, neighbours].filter(Boolean).join(', ')} isAsked />
      <Fact label={t(($) => $.members.fields.phone)} value={phone} isAsked />
      <NationalId member={member} />
      <Fact label={t(($) => $.members.fields.address)} value={member.address} />
      <Fact
        label={t(($) => $.members.fields.village)}
        value={[member.village, member.district].filter(Boolean).join(', ')}
      />
      <Fact label={t(($) => $.members.fields.occupation)} value={member.occupation} />
      <Fact label={t(($) => $.members.fields.returnee)} value={abroad} />
      <Fact label={t(($) => $.members.fields.bpjs)} value={insurance} />
      <Fact label={t(($) => $.members.fields.consentOn)} value={consentOn && formatDate(consentOn, language)} />
      <Fact label={t(($) => $.members.fields.note)} value={member.note} />
    </dl>
  )
}

interface FactProps {
  readonly label: string
  readonly value: ReactNode
  readonly isAsked?: boolean
}

function Fact({ label, value, isAsked }: FactProps) {
  const { t } = useText()
  const isKnown = value !== null && value !== undefined && value !== ''
  if (!isKnown && !isAsked) return null
  return (
    <>
      <dt>{label}</dt>
      <dd>{isKnown ? value : t(($) => $.members.page.empty)}</dd>
    </>
  )
}

/** The identity number, mostly hidden until somebody needs it. */
function NationalId({ member: { memberId, nationalId } }: { readonly member: MemberAnswer }) {
  const { t } = useText()
  const [isShown, setShown] = useState(false)
  const whole = useQuery({
    ...orpc.members.get.queryOptions({ input: { memberId, revealNationalId: true } }),
    enabled: isShown,
    gcTime: 0,
  })
  if (nationalId === null) return null
  const shown = (isShown && whole.data?.nationalId) || nationalId
  return (
    <Fact
      label={t(($) => $.members.page.nationalId)}
      value={
        <>
          {shown}
          {!isShown && nationalId.includes('*') && (
            <Button
              size="compact-sm"
              variant="default"
              ml="xs"
              aria-label={t(($) => $.members.page.revealName)}
              onClick={() => setShown(true)}
            >
              {t(($) => $.members.page.reveal)}
            </Button>
          )}
        </>
      }
    />
  )
}
