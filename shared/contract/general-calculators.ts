import { z } from 'zod'
import { memberIdNumber } from '../rules/member-id-number.ts'
import { amountInWords, numberInWords, ordinalInWords, rupiahInWords } from '../words.ts'
import { withChoices } from './alternatives.ts'
import { calculator } from './calculator.ts'
import { dateSchema, senSchema } from './fields.ts'

export const wordsCalculator = calculator({
  input: withChoices(
    z.strictObject({
      amount: senSchema.optional(),
      currency: z.boolean().optional(),
      number: z.string().max(60, 'too_long').optional(),
      ordinal: z.boolean().optional(),
    }),
    [
      { needs: ['amount'], may: ['currency'] },
      { needs: ['number'], may: ['ordinal'] },
    ],
  ),
  output: z.object({ text: z.string() }),
  run: ({ amount, currency, number = '', ordinal }) => {
    if (amount !== undefined) return { text: currency === true ? rupiahInWords(amount) : amountInWords(amount) }
    return { text: ordinal === true ? ordinalInWords(number) : numberInWords(number) }
  },
})

const sexSchema = z.enum(['female', 'male'])

export const memberIdNumberCalculator = calculator({
  input: z.strictObject({
    nationalId: z.string().max(64, 'too_long'),
    sex: sexSchema.optional(),
    birthDate: dateSchema.optional(),
    asOf: dateSchema.optional(),
  }),
  output: z.object({
    valid: z.boolean(),
    reasons: z.array(z.enum(['length', 'province', 'date', 'serial'])),
    birthDate: dateSchema.nullable(),
    sex: sexSchema.nullable(),
    warnings: z.array(z.enum(['sex_mismatch', 'birth_date_mismatch', 'century_unsure'])),
  }),
  run: (input, { today }) => memberIdNumber({ ...input, asOf: input.asOf ?? today }),
})
