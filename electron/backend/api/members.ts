import { exitMember, exitQuote, payExit } from '../services/members/exit.ts'
import { exitStatement } from '../services/members/exit-statement.ts'
import { readMemberFile } from '../services/members/file.ts'
import { importMembers, lookAtImport, withNames } from '../services/members/import.ts'
import { listMembers } from '../services/members/list.ts'
import { createMember, getMember, nextNumber, updateMember } from '../services/members/members.ts'
import { memberEntries, memberStanding } from '../services/members/standing.ts'
import { os, reads, writes } from './base.ts'

export const members = {
  create: os.members.create.handler(writes(createMember)),
  update: os.members.update.handler(writes(updateMember)),
  get: os.members.get.handler(reads(getMember)),
  list: os.members.list.handler(reads(listMembers)),
  standing: os.members.standing.handler(reads(memberStanding)),
  entries: os.members.entries.handler(reads(memberEntries)),
  exitQuote: os.members.exitQuote.handler(reads(exitQuote)),
  exit: os.members.exit.handler(writes(exitMember)),
  payExit: os.members.payExit.handler(writes(payExit)),
  exitStatement: os.members.exitStatement.handler(reads(exitStatement)),
  nextNumber: os.members.nextNumber.handler(reads(nextNumber)),
  // The file is taken apart before the book is held for writing; looking writes nothing, not even the request.
  import: os.members.import.handler(async (call) => {
    const file = await readMemberFile(call.input)
    if (call.input.dryRun) return reads((reading) => lookAtImport(reading, file))(call)
    return withNames(await writes((work) => importMembers(work, file))(call), file)
  }),
}
