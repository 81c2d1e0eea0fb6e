import { ask } from './ask.ts'
import type { Answer } from './case.ts'

type Inputs = {
  readonly numbers?: readonly string[]
  readonly decimal_numbers?: readonly string[]
  readonly negative_numbers?: readonly string[]
  readonly ordinals?: readonly string[]
}

export function amountInWordsCase(inputs: Inputs): Answer {
  const { numbers = [], decimal_numbers = [], negative_numbers = [], ordinals = [] } = inputs
  const read = [...numbers, ...decimal_numbers, ...negative_numbers].map((number) => [
    number,
    ask('words', { number }).text,
  ])
  const ranked = ordinals.map((number) => [`ordinal ${number}`, ask('words', { number, ordinal: true }).text])
  return { answers: Object.fromEntries([...read, ...ranked]) }
}
