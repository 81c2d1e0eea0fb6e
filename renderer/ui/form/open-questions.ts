import { createContext, useContext, useEffect, useId } from 'react'

/** Moves the focus to a question that waits for an answer. */
type Ask = () => void

/** The questions fields of one form still have open (ten times the usual, two possible amounts): saving waits for them. */
export class OpenQuestions {
  readonly #asks = new Map<string, Ask>()

  open(id: string, ask: Ask): () => void {
    this.#asks.set(id, ask)
    return () => {
      this.#asks.delete(id)
    }
  }

  /** Shows the first open question; false where none is open. */
  askFirst(): boolean {
    const [first] = this.#asks.values()
    first?.()
    return first !== undefined
  }
}

export const OpenQuestionsContext = createContext<OpenQuestions | undefined>(undefined)

/** Holds the form's saving back while `isOpen`. */
export function useOpenQuestion(isOpen: boolean, ask: Ask): void {
  const questions = useContext(OpenQuestionsContext)
  const id = useId()
  useEffect(() => (isOpen ? questions?.open(id, ask) : undefined), [questions, id, isOpen, ask])
}
