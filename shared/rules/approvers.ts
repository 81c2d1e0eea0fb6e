import { isSamePerson } from './same-person.ts'

interface Officer {
  readonly role: 'chair' | 'secretary' | 'treasurer' | 'supervisor'
  readonly name: string
}

/** Who in office may approve what the treasurer records: everybody else, each once; nobody where no other is known. */
export function approversAmong(officers: readonly Officer[]): string[] {
  const treasurer = officers.find(({ role }) => role === 'treasurer')?.name
  const names: string[] = []
  for (const { name } of officers) {
    if (treasurer !== undefined && isSamePerson(name, treasurer)) continue
    if (!names.some((known) => isSamePerson(known, name))) names.push(name)
  }
  return names
}
