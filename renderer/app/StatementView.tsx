import { Text } from '@mantine/core'
import type { Answers } from '../../shared/contract/index.ts'
import { useText } from '../ui/text.ts'
import { Fact, heightBeside, StatementParts } from './StatementParts.tsx'
import { StatementTable } from './StatementTable.tsx'
import classes from './statement.module.css'
import type { Scope } from './statement-links.ts'

interface StatementViewProps {
  readonly statement: Answers['reports']['run']
  /** The days and the unit it was asked for, for the way to the entries behind a figure. */
  readonly asked?: Scope
}

/** A whole statement as it stands on paper: what it is about, its tables and sentences, its notes. */
export function StatementView({ statement, asked }: StatementViewProps) {
  const { t } = useText()
  const { subtitle, particulars, before = [], columns, after = [], notes } = statement
  const isAlone = before.length + after.length === 0
  return (
    <>
      <Text fw={600} mb="xs">
        {subtitle}
      </Text>
      <div className={classes.facts}>
        {particulars.map(({ key, title, text }) => (
          <Fact key={key} title={title} text={text} />
        ))}
      </div>
      <StatementParts statement={statement} parts={before} />
      {columns.length > 0 && (
        <StatementTable
          statement={statement}
          {...(asked && { asked })}
          empty={t(($) => $.reporting.empty)}
          maxHeight={isAlone ? 'calc(100dvh - 24rem)' : heightBeside(statement.rows)}
        />
      )}
      <StatementParts statement={statement} parts={after} />
      {notes.map((note) => (
        <Text key={note} size="sm" c="gray.7" mt="xs">
          {note}
        </Text>
      ))}
    </>
  )
}
