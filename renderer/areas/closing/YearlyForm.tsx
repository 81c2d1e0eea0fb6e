import { Button, Group } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { Complaint } from '../../ui/display/Complaint.tsx'
import { Done, useSaid } from '../../ui/display/Done.tsx'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { useClosingYear } from './use-year.ts'
import { YearChoice } from './YearChoice.tsx'

interface OfYear {
  readonly year: number
}

interface YearlyFormProps<Kept extends OfYear> {
  readonly title: string
  readonly text: string
  /** The report that is made of what is kept here. */
  readonly report: { readonly address: string; readonly label: string }
  readonly useKept: (year: number) => { readonly data: Kept | undefined; readonly error: unknown }
  /** The form itself; it is made anew with what was saved. */
  readonly children: (kept: Kept, onSaved: (sentence: string, answer: Kept) => void, key: string) => ReactNode
}

/** A screen that keeps something of a year and leads to the report that is made of it. */
export function YearlyForm<Kept extends OfYear>({ title, text, report, useKept, children }: YearlyFormProps<Kept>) {
  const { year, rows, error } = useClosingYear()
  const [said, say] = useSaid()
  // What was just saved is what the fresh form begins with: the question to the book may still be on its way.
  const [saved, setSaved] = useState<Kept>()
  const asked = useKept(year)
  const kept = saved?.year === year ? saved : asked.data
  const onSaved = (sentence: string, answer: Kept) => {
    setSaved(answer)
    say(sentence)
  }
  return (
    <>
      <PageHead
        title={title}
        text={text}
        actions={
          <Button component={Link} to={report.address} variant="default">
            {report.label}
          </Button>
        }
      />
      <Done key={said.count} sentence={said.sentence} isFar />
      <Group>
        <YearChoice year={year} rows={rows} />
      </Group>
      <Complaint error={error ?? asked.error} />
      {kept && children(kept, onSaved, `${year} ${said.count}`)}
    </>
  )
}
