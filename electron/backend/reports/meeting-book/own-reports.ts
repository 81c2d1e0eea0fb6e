import { setImmediate } from 'node:timers/promises'
import type { Language } from '../../../../shared/calendar.ts'
import type { AskedReport } from '../../../../shared/contract/reports.ts'
import { Refusal } from '../../../../shared/errors.ts'
import type { ToldStatement } from '../../../../shared/statements/meeting-book/facts.ts'
import { bookTexts } from '../../../../shared/statements/meeting-book/texts.ts'
import type { Statement } from '../../../../shared/statements/statement.ts'
import { filled, reportTexts } from '../../../../shared/statements/texts.ts'
import { refusalSentence } from '../../../../shared/text/refusal-sentence.ts'
import type { Tell } from '../paper/progress.ts'

/** Runs another report of the same book. */
export type Run = (asked: AskedReport) => Promise<Statement>

/** The other reports, asked for in the language of the book; what several chapters ask for is made once. */
export class OwnReports {
  readonly language: Language
  readonly #run: Run
  readonly #tell: Tell | undefined
  readonly #made = new Map<string, Promise<Statement>>()
  #done = 0
  #of = 0

  constructor(language: Language, run: Run, tell?: Tell) {
    this.language = language
    this.#run = run
    this.#tell = tell
  }

  /** How many reports will be asked for, so that it can be told how far the reading is. */
  expect(reports: number): void {
    this.#of = reports
  }

  async run(asked: AskedReport): Promise<Statement> {
    // Questions to the book are answered at once: without a pause nobody else would be heard between them.
    await setImmediate()
    this.#tell?.({ stage: 'reading', done: this.#done, of: this.#of })
    this.#done += 1
    const name = JSON.stringify(asked)
    const made = this.#made.get(name) ?? this.#run({ ...asked, language: this.language })
    this.#made.set(name, made)
    return made
  }

  /** A statement, or the sentence that says why there is none: a book is printed with what there is. */
  async told(asked: AskedReport): Promise<ToldStatement> {
    try {
      return await this.run(asked)
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'CANCELLED') throw error
      return { title: reportTexts(this.language).title[asked.report], missing: refusalSentence(error, this.language) }
    }
  }

  /** Of one unit, its name in the title. */
  async ofUnit(asked: AskedReport, unit: string): Promise<Statement> {
    const statement = await this.run(asked)
    return { ...statement, title: filled(bookTexts(this.language).unit, { title: statement.title, unit }) }
  }
}
