import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { yearOf } from '../../../../shared/calendar.ts'
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
  return (
    <>
      <PageHead title={t(($) => $.shu.rule.title)} text={t(($) => $.shu.rule.text)} />
      <Done key={said.count} sentence={said.sentence} isFar />
      <Complaint error={error} />
      {data && (
        <>
          <Text mb="md" fw={600}>
            {data.fromYear === null ? t(($) => $.shu.usualRule) : t(($) => $.shu.ruleOf, { year: data.fromYear })}
          </Text>
          <RuleForm key={`${year} ${said.count}`} year={year} inForce={data} onSaved={say} />
        </>
      )}
    </>
  )
}
