import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { orpc } from '../../../app/queries.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { Done, useSaid } from '../../../ui/display/Done.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useText } from '../../../ui/text.ts'
import { useClosingYear } from '../use-year.ts'
import { YearChoice } from '../YearChoice.tsx'
import { PricesForm } from './PricesForm.tsx'
import type { Prices } from './price-values.ts'

/** What goods and money cost elsewhere in a year, beside what members traded with the cooperative. */
export function OutsidePrices() {
  const { t } = useText()
  const { year, rows, error } = useClosingYear()
  const [said, say] = useSaid()
  // What was just saved is what the fresh form begins with: the question to the book may still be on its way.
  const [saved, setSaved] = useState<Prices>()
  const prices = useQuery(orpc.closing.outsidePrices.queryOptions({ input: { year } }))
  const kept = saved?.year === year ? saved : prices.data
  return (
    <>
      <PageHead
        title={t(($) => $.outsidePrices.title)}
        text={t(($) => $.outsidePrices.text)}
        actions={
          <Button component={Link} to="/reports/promotion" variant="default">
            {t(($) => $.outsidePrices.report)}
          </Button>
        }
      />
      <Done key={said.count} sentence={said.sentence} isFar />
      <Group>
        <YearChoice year={year} rows={rows} />
      </Group>
      <Complaint error={error ?? prices.error} />
      {kept && (
        <PricesForm
          key={`${year} ${said.count}`}
          kept={kept}
          onSaved={(sentence, answer) => {
            setSaved(answer)
            say(sentence)
          }}
        />
      )}
    </>
  )
}
