import { Desk } from '../backend/desk.ts'
import { backupCommand, exportCommand, newCommand, restoreCommand, verifyCommand } from './commands/book.ts'
import { calcCommand, proceduresCommand } from './commands/calc.ts'
import { batchCommand, callCommand } from './commands/call.ts'
import { type Command, errorAnswer, exit, parseWords, type Terminal, write, writeJson } from './commands/command.ts'
import { demoCommand } from './commands/demo.ts'
import { serveCommand } from './commands/serve.ts'
import { machineOptions } from './machine.ts'

const commands: Readonly<Record<string, Command>> = {
  new: newCommand,
  call: callCommand,
  batch: batchCommand,
  calc: calcCommand,
  procedures: proceduresCommand,
  demo: demoCommand,
  verify: verifyCommand,
  backup: backupCommand,
  restore: restoreCommand,
  export: exportCommand,
  serve: serveCommand,
}

const usage = `lumbung: pembukuan koperasi

  lumbung new <book> '<json: cooperative>'
  lumbung call <book> <procedure> ['<json>'] [--out <file>]
  lumbung batch <book> <file.jsonl|->
  lumbung calc <name> '<json>'
  lumbung procedures [--json]
  lumbung demo <folder> [--years N --members N]
  lumbung verify <book>
  lumbung backup <book> <file|->
  lumbung restore <file|-> <book> [--reason <text>]
  lumbung export <book> --format hledger|beancount|csv|xlsx|json <file|->
  lumbung serve [<book>] [--port 0] [--no-open]
`

/** Runs one command line and answers its exit code; a refusal is JSON on stderr. */
export async function runCommandLine(given: readonly string[], terminal: Terminal): Promise<number> {
  const [name = '', ...rest] = given
  if (name === '' || name === 'help' || name === '--help') {
    await write(terminal.stdout, usage)
    return exit.done
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    await write(terminal.stderr, usage)
    return exit.refused
  }
  try {
    const { words, flags } = parseWords(rest)
    return await command(words, flags, terminal)
  } catch (error) {
    const answer = errorAnswer(error, new Desk(terminal.options), name)
    await writeJson(terminal.stderr, answer)
    return answer.error.code === 'INTERNAL' ? exit.bug : exit.refused
  }
}

if (import.meta.main) {
  // Whoever reads our output may stop reading; that is no failure of ours.
  process.stdout.on('error', () => process.exit(exit.done))
  const { stdin, stdout, stderr } = process
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    stdin,
    stdout,
    stderr,
    options: machineOptions(),
  })
}
