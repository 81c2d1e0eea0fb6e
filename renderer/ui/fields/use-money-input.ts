import {
  type ClipboardEvent,
  type FocusEvent,
  type FormEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useRef,
} from 'react'
import {
  groupTyped,
  moneyText,
  readPasted,
  readTyped,
  type TypedMoney,
  type Typing,
  withoutDot,
} from './typed-money.ts'

/**
 * Makes any text input a money input: dots appear as she types, a paste is read as a whole, the caret stays where it
 * was. The browser owns the text (no drawing per key), so a grid of hundreds of fields stays quick.
 */
export function useMoneyInput(amount: number | null, onTyped: (typed: TypedMoney) => void) {
  const input = useRef<HTMLInputElement>(null)
  const known = useRef<number | null>(amount)
  const shown = useRef(moneyText(amount))
  const isProposed = useRef(true)
  const wasSelected = useRef(false)

  useEffect(() => {
    if (amount === known.current) return
    known.current = amount
    shown.current = moneyText(amount)
    isProposed.current = true
    if (input.current) input.current.value = shown.current
  }, [amount])

  const show = useCallback(
    (element: HTMLInputElement, typing: Typing, typed: TypedMoney) => {
      // Where the browser's own text stands as it is, so does its caret: moving it would lay the field out once more.
      if (element.value !== typing.text) {
        element.value = typing.text
        if (element === document.activeElement) element.setSelectionRange(typing.caret, typing.caret)
      }
      known.current = typed.amount
      shown.current = typing.text
      isProposed.current = false
      onTyped(typed)
    },
    [onTyped],
  )

  return {
    ref: input,
    defaultValue: moneyText(amount),
    onInput: useCallback(
      (event: FormEvent<HTMLInputElement>) => {
        const element = event.currentTarget
        const kind = event.nativeEvent instanceof InputEvent ? event.nativeEvent.inputType : ''
        const isDeleting = kind === 'deleteContentBackward' || kind === 'deleteContentForward'
        const after = typingOf(element)
        const kept = isDeleting ? withoutDot(shown.current, after, kind === 'deleteContentBackward') : after
        const grouped = groupTyped(kept)
        show(element, grouped, readTyped(grouped.text))
      },
      [show],
    ),
    onPaste: useCallback(
      (event: ClipboardEvent<HTMLInputElement>) => {
        event.preventDefault()
        const element = event.currentTarget
        const typed = readPasted(withPaste(element, event.clipboardData.getData('text/plain')))
        show(element, { text: typed.text, caret: typed.text.length }, typed)
      },
      [show],
    ),
    /** What she did not type herself is selected as she comes to it: what she types takes its place. */
    onFocus: useCallback((event: FocusEvent<HTMLInputElement>) => {
      wasSelected.current = isProposed.current
      if (isProposed.current) event.currentTarget.select()
    }, []),
    /** The click that brought her here would set the caret and end the selection. */
    onMouseUp: useCallback((event: MouseEvent<HTMLInputElement>) => {
      if (wasSelected.current) event.preventDefault()
      wasSelected.current = false
    }, []),
    /** Puts an amount into the field as if it had been typed: the answer to a question. */
    put: useCallback(
      (chosen: number) => {
        const typed = readTyped(moneyText(chosen))
        if (input.current) show(input.current, { text: typed.text, caret: typed.text.length }, typed)
      },
      [show],
    ),
  }
}

function typingOf(element: HTMLInputElement): Typing {
  return { text: element.value, caret: element.selectionStart ?? element.value.length }
}

/** The field's text after the paste: what was selected is replaced, what stood around it stays. */
function withPaste(element: HTMLInputElement, pasted: string): string {
  const start = element.selectionStart ?? element.value.length
  const end = element.selectionEnd ?? start
  return element.value.slice(0, start) + pasted + element.value.slice(end)
}
