import { Text, Title } from '@mantine/core'
import type { Answers } from '../../shared/contract/index.ts'
import { formatRupiah } from '../../shared/rules/money.ts'
import { useText } from '../ui/text.ts'
import { StatementTable } from './StatementTable.tsx'
import classes from './statement.module.css'

type Statement = Answers['reports']['run']
type StatementPart = NonNullable<Statement['before']>[number]

interface StatementPartsProps {
  readonly statement: Statement
  readonly parts: readonly StatementPart[] | undefined
}

/** So much of a paper is shown on the screen: the sheets of all members are for the printer. */
const partsShown = 100

/** What stands before or after a statement's own table, as on paper: sentences, facts, lesser tables, sheets to hand out. */
export function StatementParts({ statement, parts = [] }: StatementPartsProps) {
  const { t } = useText()
  const hidden = parts.length - partsShown
  return (
    <>
      {parts.slice(0, partsShown).map((part, index) => (
        <StatementPart key={String(index)} part={part} statement={statement} />
      ))}
      {hidden > 0 && <Text mt="md">{t(($) => $.reporting.moreParts, { count: hidden })}</Text>}
    </>
  )
}

function StatementPart({ part, statement }: { readonly part: StatementPart; readonly statement: Statement }) {
  switch (part.kind) {
    case 'heading':
      return (
        <Title order={2} size="h5" mt="md" mb="xs">
          {part.text}
        </Title>
      )
    case 'paragraph':
      return <Text mb="xs">{part.text}</Text>
    case 'clause':
      return <Text mb="xs">{`${part.label} ${part.text}`}</Text>
    case 'fact':
      return <Fact title={part.title} text={part.text} />
    case 'table':
      return <Lesser title={part.title} table={part} statement={statement} />
    case 'slip':
      return <Lesser title={`${part.title} · ${part.subtitle}`} facts={part.facts} table={part} statement={statement} />
    case 'bars':
      return part.bars.map(({ label, amount }) => (
        <Fact key={label} title={label} text={part.unit === 'money' ? formatRupiah(amount) : String(amount)} />
      ))
    case 'labels':
      return part.labels.map(({ code, title, lines }) => (
        <Fact key={code} title={code} text={[title, ...lines].join(' · ')} />
      ))
  }
}

/** Rows that are shown all at once where a table stands among others; longer ones keep a height of their own. */
const rowsShown = 60

/** How high a table is that is read together with what stands around it. */
export function heightBeside(rows: readonly unknown[]): string {
  return rows.length > rowsShown ? '32rem' : 'none'
}

/** `Keadaan: Usulan` */
export function Fact({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <Text size="sm">
      <Text span c="gray.7">{`${title}: `}</Text>
      {text}
    </Text>
  )
}

interface LesserProps {
  readonly title: string
  readonly facts?: readonly { readonly title: string; readonly text: string }[]
  readonly table: Pick<Statement, 'columns' | 'rows'>
  readonly statement: Statement
}

function Lesser({ title, facts = [], table: { columns, rows }, statement }: LesserProps) {
  const { t } = useText()
  return (
    <section className={classes.part} aria-label={title}>
      <Title order={2} size="h5" mb="xs">
        {title}
      </Title>
      {facts.map((fact) => (
        <Fact key={fact.title} {...fact} />
      ))}
      <StatementTable
        statement={{ ...statement, title, columns, rows }}
        empty={t(($) => $.reporting.empty)}
        maxHeight={heightBeside(rows)}
      />
    </section>
  )
}
