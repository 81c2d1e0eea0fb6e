import { invalidInput } from '../../../shared/errors.ts'
import { approversAmong } from '../../../shared/rules/approvers.ts'
import { isSamePerson } from '../../../shared/rules/same-person.ts'
import type { Work } from '../work.ts'

/**
 * The treasurer records; whoever approves is somebody else, and of the officers where any of them are known: refuses
 * INVALID_INPUT `approver_is_treasurer` and `approver_not_officer` with the names of those who may.
 */
export async function requireSecondPerson({ tx }: Work, approvedBy: string): Promise<void> {
  const officers = await tx.selectFrom('officer').selectAll().execute()
  const treasurer = officers.find(({ role }) => role === 'treasurer')
  if (treasurer && isSamePerson(treasurer.name, approvedBy)) {
    throw invalidInput(['approvedBy'], 'approver_is_treasurer')
  }
  const names = approversAmong(officers)
  if (names.length === 0 || names.some((name) => isSamePerson(name, approvedBy))) return
  throw invalidInput(['approvedBy'], 'approver_not_officer', { names: names.join(', ') })
}
