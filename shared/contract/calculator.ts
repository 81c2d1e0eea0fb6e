import type { z } from 'zod'
import type { CalendarDate } from '../calendar.ts'

/** What a calculator is told beside its input: it has no clock of its own. */
export type CalculatorHost = { readonly today: CalendarDate }

export type Calculator<Input extends z.ZodType, Output extends z.ZodType> = {
  readonly input: Input
  readonly output: Output
  /** Pure; refuses with INVALID_INPUT like any call. */
  readonly run: (input: z.output<Input>, host: CalculatorHost) => z.input<Output>
}

/** A calculator: it needs no book, and runs the same at every door. */
export function calculator<Input extends z.ZodType, Output extends z.ZodType>(definition: Calculator<Input, Output>) {
  return definition
}
