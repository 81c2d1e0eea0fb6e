import { z } from 'zod'
import { withChoices } from './alternatives.ts'
import { dateSchema, nameSchema, senOrZeroSchema, textSchema } from './fields.ts'
import { idSchema, senAnswer } from './procedure.ts'

/** Who answers for a loan: a member, or somebody else by name. */
export const guarantorSchema = withChoices(
  z.strictObject({
    memberId: idSchema.optional(),
    name: nameSchema().optional(),
    address: textSchema(200).optional(),
    phone: textSchema(30).optional(),
  }),
  [{ needs: ['memberId'] }, { needs: ['name'], may: ['address', 'phone'] }],
)

export const collateralSchema = z.strictObject({
  kind: nameSchema(),
  owner: nameSchema(),
  documentNumber: textSchema(80).optional(),
  appraised: senOrZeroSchema,
  appraisedOn: dateSchema.optional(),
  keptAt: textSchema(120).optional(),
})

export const savingsProductsSchema = z.array(textSchema(40).min(1, 'required')).min(1, 'required').max(20, 'too_many')

/** What a loan answers of who and what stands behind it. */
export const securitiesShape = {
  guarantors: z.array(
    z.object({
      guarantorId: z.string(),
      memberId: z.string().nullable(),
      memberNumber: z.string().nullable(),
      name: z.string(),
      address: z.string().nullable(),
      phone: z.string().nullable(),
    }),
  ),
  collateral: z.array(
    z.object({
      collateralId: z.string(),
      kind: z.string(),
      owner: z.string(),
      documentNumber: z.string().nullable(),
      appraised: senAnswer,
      appraisedOn: z.string().nullable(),
      keptAt: z.string().nullable(),
      releasedOn: z.string().nullable(),
    }),
  ),
  /** Savings that instalments may be taken from, as the borrower signed. */
  mandates: z.array(
    z.object({
      mandateId: z.string(),
      savingsProducts: z.array(z.string()),
      on: z.string(),
      revokedOn: z.string().nullable(),
    }),
  ),
}

const securities = z.object(securitiesShape)
export type LoanSecurities = z.infer<typeof securities>
