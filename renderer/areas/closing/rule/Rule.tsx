import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { yearOf } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { useAsked } from '../../../app/use-asked.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { Done, useSaid } from '../../../ui/display/Done.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useText } from '../../../ui/text.ts'
import { RuleForm } from './RuleForm.tsx'

/** The rule of the bylaws by which a surplus is divided, from a year on. */
export function Rule() {
  const { t } = useText()
  const { today } = useBook()
  const { year: asked } = useAsked()
  const [said, say] = useSaid()
  const year = asked ?? yearOf(today)
  const { data, error } = useQuery(orpc.closing.bylaw.queryOptions({ input: { year } }))
  // What was just saved is what the fresh form begins with: the question to the book may still be on its way.
  const [saved, setSaved] = useState<Answers['closing']['bylaw']>()
  const savedFrom = saved?.fromYear ?? 0
  const isSavedInForce = savedFrom > 0 && savedFrom <= year && savedFrom >= (data?.fromYear ?? 0)
  const inForce = isSavedInForce ? saved : data
  return (
    <>
      <PageHead title={t(($) => $.shu.rule.title)} text={t(($) => $.shu.rule.text)} />
      <Done key={said.count} sentence={said.sentence} isFar />
      <Complaint error={error} />
      {inForce && (
        <>
          <Text mb="md" fw={600}>
            {inForce.fromYear === null ? t(($) => $.shu.usualRule) : t(($) => $.shu.ruleOf, { year: inForce.fromYear })}
          </Text>
          <RuleForm
            key={`${year} ${said.count}`}
            year={year}
            inForce={inForce}
            onSaved={(sentence, kept) => {
              setSaved(kept)
              say(sentence)
            }}
          />
        </>
      )}
    </>
  )
}
