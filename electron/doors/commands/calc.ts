import { z } from 'zod'
import { type CalculatorName, calculators, runCalculator } from '../../../shared/contract/calculators.ts'
import { contract } from '../../../shared/contract/index.ts'
import { Refusal } from '../../../shared/errors.ts'
import { type Command, exit, readJson, requireNoMore, requireWord, write, writeJson } from './command.ts'

/** `lumbung calc <name> '<json>'`: a calculator, no book needed. */
export const calcCommand: Command = async (words, flags, terminal) => {
  requireNoMore(words, 2, flags)
  const name = requireWord(words, 0, 'name')
  if (!Object.hasOwn(calculators, name)) throw new Refusal('NOT_FOUND', 'calculator', { name })
  await writeJson(
    terminal.stdout,
    runCalculator(name as CalculatorName, readJson(words[1]), { today: terminal.options.today() }),
  )
  return exit.done
}

interface Described {
  readonly name: string
  readonly kind: 'procedure' | 'calculator'
  readonly input: unknown
  readonly output: unknown
}

/** Every procedure and calculator with its JSON Schemas, so that the program can be driven without its screens. */
function describeAll(): Described[] {
  const procedures = Object.entries(contract).flatMap(([area, verbs]) =>
    Object.entries(verbs).map(([verb, procedure]): Described => {
      const { inputSchema, outputSchema } = procedure['~orpc']
      return { name: `${area}.${verb}`, kind: 'procedure', input: inputOf(inputSchema), output: outputOf(outputSchema) }
    }),
  )
  const calculations = Object.entries(calculators).map(
    ([name, { input, output }]): Described => ({
      name,
      kind: 'calculator',
      input: inputOf(input),
      output: outputOf(output),
    }),
  )
  return [...procedures, ...calculations]
}

function inputOf(schema: unknown): unknown {
  return z.toJSONSchema(schema as z.ZodType, { io: 'input', unrepresentable: 'any' })
}

function outputOf(schema: unknown): unknown {
  return z.toJSONSchema(schema as z.ZodType, { io: 'output', unrepresentable: 'any' })
}

/** `lumbung procedures [--json]` */
export const proceduresCommand: Command = async (words, flags, terminal) => {
  requireNoMore(words, 0, flags, ['json'])
  const all = describeAll()
  if (flags.json) await writeJson(terminal.stdout, all)
  else await write(terminal.stdout, all.map(asText).join('\n'))
  return exit.done
}

function asText({ name, kind, input, output }: Described): string {
  return `${kind} ${name}\n  input  ${JSON.stringify(input)}\n  output ${JSON.stringify(output)}\n`
}
