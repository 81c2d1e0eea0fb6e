import { invalidInput } from '../../../shared/errors.ts'
import { isSamePerson } from '../../../shared/rules/same-person.ts'
import type { Work } from '../work.ts'

/** The treasurer records; whoever approves is somebody else: refuses INVALID_INPUT `approver_is_treasurer`. */
export async function requireSecondPerson({ tx }: Work, approvedBy: string): Promise<void> {
  const own = await tx.selectFrom('officer').select('name').where('role', '=', 'treasurer').executeTakeFirst()
  if (own && isSamePerson(own.name, approvedBy)) throw invalidInput(['approvedBy'], 'approver_is_treasurer')
}
