import { Group, NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import type { ExitStatement } from '../../../../shared/contract/member-exit.ts'
import type { MemberStanding } from '../../../../shared/contract/member-standing.ts'
import type { MemberAnswer } from '../../../../shared/contract/members.ts'
import type { AskedPicture, AskedReport } from '../../../../shared/contract/reports.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { PictureButton } from '../../../app/PictureButton.tsx'
import { useProductNames } from '../../../app/product-names.ts'
import { useText } from '../../../ui/text.ts'

interface MemberPapersProps {
  readonly member: MemberAnswer
  readonly standing: MemberStanding | undefined
  readonly left: ExitStatement | undefined
}

interface Paper {
  readonly key: string
  readonly name: string
  readonly asked: AskedReport
  /** The same for a phone, where there is one. */
  readonly picture?: AskedPicture
}

/** Every paper there is of a member, in one place: chosen, then printed or kept. */
export function MemberPapers(props: MemberPapersProps) {
  const { t } = useText()
  const papers = usePapers(props)
  const [key, setKey] = useState<string>()
  const chosen = papers.find((paper) => paper.key === key) ?? papers[0]
  if (!chosen) return <Text c="gray.7">{t(($) => $.members.page.noPapers)}</Text>
  return (
    <>
      <NativeSelect
        label={t(($) => $.members.page.paper)}
        value={chosen.key}
        onChange={(event) => setKey(event.currentTarget.value)}
        data={papers.map((paper) => ({ value: paper.key, label: paper.name }))}
      />
      <Group gap="sm" mt="sm">
        <PaperButton key={`print ${chosen.key}`} asked={chosen.asked} label={t(($) => $.members.page.printPaper)} />
        <PaperButton
          key={`keep ${chosen.key}`}
          asked={chosen.asked}
          label={t(($) => $.members.page.keepPaper)}
          isKept
        />
        {chosen.picture && <PictureButton key={`picture ${chosen.key}`} asked={chosen.picture} />}
      </Group>
    </>
  )
}

function usePapers({ member, standing, left }: MemberPapersProps): Paper[] {
  const { t, language } = useText()
  const nameOf = useProductNames()
  const cards = member.savings.map(({ savingsAccountId, number, product, name }): Paper => {
    const asked = { report: 'savingsCard', params: { savingsAccountId }, language } as const
    const words = { product: nameOf(product, name), number }
    return { key: savingsAccountId, name: t(($) => $.members.page.paperName.savingsCard, words), asked, picture: asked }
  })
  const certificates = member.savings
    .filter(({ kind }) => kind === 'term')
    .map(
      ({ savingsAccountId, number }): Paper => ({
        key: `certificate ${savingsAccountId}`,
        name: t(($) => $.members.page.paperName.termCertificate, { number }),
        asked: { report: 'termCertificate', params: { savingsAccountId }, language },
      }),
    )
  const loans = (standing?.loans ?? []).flatMap(({ loanId, number }): Paper[] => [
    {
      key: `card ${loanId}`,
      name: t(($) => $.members.page.paperName.loanCard, { number }),
      asked: { report: 'loanCard', params: { loanId }, language },
      picture: { report: 'loanCard', params: { loanId }, language },
    },
    {
      key: `agreement ${loanId}`,
      name: t(($) => $.members.page.paperName.loanAgreement, { number }),
      asked: { report: 'loanAgreement', params: { loanId }, language },
    },
    {
      key: `schedule ${loanId}`,
      name: t(($) => $.members.page.paperName.loanSchedule, { number }),
      asked: { report: 'loanSchedule', params: { loanId }, language },
    },
  ])
  if (!left) return [...cards, ...certificates, ...loans]
  const exit: Paper = {
    key: 'exit',
    name: t(($) => $.members.page.paperName.exitSettlement),
    asked: { report: 'exitSettlement', params: { memberId: member.memberId }, language },
  }
  return [exit, ...cards, ...certificates, ...loans]
}
