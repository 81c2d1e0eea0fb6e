import type { Language } from '../../../../shared/calendar.ts'
import type { AskedReport } from '../../../../shared/contract/reports.ts'
import { Refusal } from '../../../../shared/errors.ts'
import type { ToldStatement } from '../../../../shared/statements/meeting-book/facts.ts'
import { bookTexts } from '../../../../shared/statements/meeting-book/texts.ts'
import type { Statement } from '../../../../shared/statements/statement.ts'
import { filled, reportTexts } from '../../../../shared/statements/texts.ts'
import { refusalSentence } from '../../../../shared/text/refusal-sentence.ts'

/** Runs another report of the same book. */
export type Run = (asked: AskedReport) => Promise<Statement>

/** The other reports, asked for in the language of the book. */
export class OwnReports {
  readonly language: Language
  readonly #run: Run

  constructor(language: Language, run: Run) {
    this.language = language
    this.#run = run
  }

  run(asked: AskedReport): Promise<Statement> {
    return this.#run({ ...asked, language: this.language })
  }

  /** A statement, or the sentence that says why there is none: a book is printed with what there is. */
  async told(asked: AskedReport): Promise<ToldStatement> {
    try {
      return await this.run(asked)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { title: reportTexts(this.language).title[asked.report], missing: refusalSentence(error, this.language) }
    }
  }

  /** Of one unit, its name in the title. */
  async ofUnit(asked: AskedReport, unit: string): Promise<Statement> {
    const statement = await this.run(asked)
    return { ...statement, title: filled(bookTexts(this.language).unit, { title: statement.title, unit }) }
  }
}
