import { type CalculatorName, type calculators, runCalculator } from '../../shared/contract/calculators.ts'

type Answer<Name extends CalculatorName> = ReturnType<(typeof calculators)[Name]['run']>

/** Asks a calculator as the command line does; no case depends on the day. */
export function ask<Name extends CalculatorName>(name: Name, input: unknown): Answer<Name> {
  return runCalculator(name, input, { today: '2026-06-15' }) as Answer<Name>
}
