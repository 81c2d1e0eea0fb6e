import { Stack, Title } from '@mantine/core'
import { useState } from 'react'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { healthQuestionList } from '../../../../shared/rules/health-questions.ts'
import { client } from '../../../client.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { type EntryForm, useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import classes from '../closing.module.css'

export type Kept = Answers['closing']['healthAnswers']
type KeptRow = Kept['rows'][number]
type Given = Inputs['closing']['setHealthAnswers']['answers'][number]

/** One question as it stands in the form. */
interface Typed {
  readonly question: KeptRow['question']
  readonly answer: 'yes' | 'no' | ''
  readonly proof: string
}

interface Values {
  readonly rows: readonly Typed[]
}

interface AnswersFormProps {
  readonly kept: Kept
  readonly onSaved: (sentence: string, answer: Kept) => void
}

/** Every question with yes, no or nothing, and the paper that proves it. */
export function AnswersForm({ kept, onSaved }: AnswersFormProps) {
  const { t } = useText()
  const { year, counts } = kept
  const [initial] = useState((): Values => ({ rows: kept.rows.map(typedRow) }))
  const form = useEntryForm({
    initial,
    save: ({ rows }, requestId) => client.closing.setHealthAnswers({ requestId, year, answers: rows.map(givenRow) }),
    onSaved: (answer) =>
      onSaved(
        t(($) => $.health.saved, { year }),
        answer,
      ),
    paths: (path) => path.replace(/^answers/, 'rows'),
  })
  const parts = Object.keys(healthQuestionList) as (keyof typeof healthQuestionList)[]
  const yes = Object.values(counts).reduce((sum, one) => sum + one, 0)
  return (
    <FormFrame
      form={form}
      label={t(($) => $.health.title)}
      saveLabel={t(($) => $.health.save)}
      maxWidth="60rem"
      summary={t(($) => $.health.counted, { yes, count: kept.rows.length })}
    >
      {parts.map((part) => (
        <section key={part}>
          <Title order={2} size="h4" mt="md" mb="xs">
            {t(($) => $.health.part[part])}
          </Title>
          <Stack gap="sm">
            {kept.rows.map(
              (row, at) => row.part === part && <Question key={row.question} form={form} at={at} row={row} />,
            )}
          </Stack>
        </section>
      ))}
    </FormFrame>
  )
}

function typedRow({ question, answer, proof }: KeptRow): Typed {
  return { question, answer: answer === null ? '' : answer ? 'yes' : 'no', proof: proof ?? '' }
}

function givenRow({ question, answer, proof }: Typed): Given {
  return { question, answer: answer === '' ? null : answer === 'yes', ...(proof !== '' && { proof }) }
}

interface QuestionProps {
  readonly form: EntryForm<Values>
  readonly at: number
  readonly row: KeptRow
}

function Question({ form, at, row: { question, proposed } }: QuestionProps) {
  const { t } = useText()
  const { rows } = form.values
  const typed = rows[at]
  const set = (part: Partial<Typed>) => {
    form.set(
      'rows',
      rows.map((one, index) => (index === at ? { ...one, ...part } : one)),
    )
  }
  const word = (yes: boolean) => t(($) => $.health[yes ? 'yes' : 'no'])
  return (
    <div className={classes.two}>
      <ChoiceField
        label={t(($) => $.health.question[question])}
        name={`rows.${at}.answer`}
        value={typed?.answer ?? ''}
        onChange={(answer: Typed['answer']) => set({ answer })}
        none={t(($) => $.health.none)}
        choices={[
          { value: 'yes', label: t(($) => $.health.yes) },
          { value: 'no', label: t(($) => $.health.no) },
        ]}
        error={form.errorAt(`rows.${at}.answer`)}
        description={proposed === null ? undefined : t(($) => $.health.byBook, { answer: word(proposed) })}
      />
      <TextField
        label={t(($) => $.health.proof)}
        name={`rows.${at}.proof`}
        value={typed?.proof ?? ''}
        onChange={(proof) => set({ proof })}
        error={form.errorAt(`rows.${at}.proof`)}
      />
    </div>
  )
}
