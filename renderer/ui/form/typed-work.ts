import { createContext, useContext, useEffect } from 'react'

/** Asks a form whether something typed in it is not saved yet. */
type IsDirty = () => boolean

/** Whether she leaves is asked: what waits to be saved waits for her answer. */
interface Question {
  readonly answered: Promise<boolean>
  readonly answer: (isLeaving: boolean) => void
}

/** The forms on the screen with typed work in them: one guard watches over all of them. */
export class TypedWork {
  readonly #forms = new Set<IsDirty>()
  readonly #saving = new Set<Promise<unknown>>()
  #question: Question | undefined

  watch(isDirty: IsDirty): () => void {
    this.#forms.add(isDirty)
    return () => {
      this.#forms.delete(isDirty)
    }
  }

  isUnsaved(): boolean {
    return [...this.#forms].some((isDirty) => isDirty())
  }

  /** Leaving waits for what is being written at this moment. */
  save(saving: Promise<unknown>): void {
    this.#saving.add(saving)
    void saving.finally(() => this.#saving.delete(saving))
  }

  /** Once nothing is being written any more. */
  async saved(): Promise<void> {
    await Promise.all(this.#saving)
  }

  ask(): void {
    if (this.#question) return
    let answer: Question['answer'] = () => undefined
    const answered = new Promise<boolean>((resolve) => {
      answer = resolve
    })
    this.#question = { answered, answer }
  }

  answer(isLeaving: boolean): void {
    this.#question?.answer(isLeaving)
    this.#question = undefined
  }

  /** Whether she leaves, where that is being asked; undefined where nobody asks. */
  leaving(): Promise<boolean> | undefined {
    return this.#question?.answered
  }
}

export const TypedWorkContext = createContext<TypedWork | undefined>(undefined)

/** Puts a form, or a grid that is no form, under the guard. */
export function useTypedWork(isDirty: IsDirty): void {
  const work = useContext(TypedWorkContext)
  useEffect(() => work?.watch(isDirty), [work, isDirty])
}
