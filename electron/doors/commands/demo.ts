import { resolve } from 'node:path'
import { Refusal } from '../../../shared/errors.ts'
import { writeSample } from '../../backend/sample/index.ts'
import { type Command, exit, requireNoMore, requireWord, writeJson } from './command.ts'

/** `lumbung demo <folder> [--years N --members N]`: the sample cooperative, its book and its papers. */
export const demoCommand: Command = async (words, flags, terminal) => {
  requireNoMore(words, 1, flags, ['years', 'members'])
  const folder = resolve(requireWord(words, 0, 'folder'))
  const years = readCount(flags.years, 'years', 3, 30)
  const members = readCount(flags.members, 'members', 85, 10_000)
  await writeJson(terminal.stdout, await writeSample(folder, { years, members }))
  return exit.done
}

function readCount(given: string | true | undefined, name: string, usual: number, most: number): number {
  const count = given === undefined ? usual : Number(given)
  if (!Number.isInteger(count) || count < 1 || count > most) throw new Refusal('INVALID_INPUT', 'not_whole', { name })
  return count
}
