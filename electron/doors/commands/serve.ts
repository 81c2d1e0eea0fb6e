import { Refusal } from '../../../shared/errors.ts'
import { serve } from '../serve.ts'
import { type Command, exit, requireNoMore } from './command.ts'

/**
 * `lumbung serve [book] [--port 0] [--no-open]`: the browser door; prints its address with the token once. Without a
 * book the screens let a person choose one, as `npm start` does.
 */
export const serveCommand: Command = async (words, flags, terminal) => {
  requireNoMore(words, 1, flags, ['port', 'no-open'])
  const [book] = words
  const port = readPort(flags.port)
  await serve(terminal.options, { book, port, openBrowser: flags['no-open'] === undefined }, terminal)
  return exit.done
}

function readPort(given: string | true | undefined): number {
  const port = given === undefined ? 0 : Number(given)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Refusal('INVALID_INPUT', 'not_a_port')
  return port
}
