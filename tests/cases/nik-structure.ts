import { ask } from './ask.ts'
import type { Answer } from './case.ts'

type Inputs = { readonly examples: readonly { readonly nik: string }[] }

/** The sources tell birth date and sex of a valid number, and one reason of an invalid one. */
export function nikStructureCase({ examples }: Inputs): Answer {
  const answers = examples.map(({ nik }) => {
    const { valid, reasons, birthDate, sex } = ask('memberIdNumber', { nationalId: nik })
    return [nik, valid ? { valid, birth_date: birthDate, sex } : { valid, reason: reasons.join() }]
  })
  return { answers: Object.fromEntries(answers) }
}
