import { createContext, useContext, useEffect } from 'react'

/** Asks a form whether something typed in it is not saved yet. */
type IsDirty = () => boolean

/** The forms on the screen with typed work in them: one guard watches over all of them. */
export class TypedWork {
  readonly #forms = new Set<IsDirty>()

  watch(isDirty: IsDirty): () => void {
    this.#forms.add(isDirty)
    return () => {
      this.#forms.delete(isDirty)
    }
  }

  isUnsaved(): boolean {
    return [...this.#forms].some((isDirty) => isDirty())
  }
}

export const TypedWorkContext = createContext<TypedWork | undefined>(undefined)

/** Puts a form, or a grid that is no form, under the guard. */
export function useTypedWork(isDirty: IsDirty): void {
  const work = useContext(TypedWorkContext)
  useEffect(() => work?.watch(isDirty), [work, isDirty])
}
