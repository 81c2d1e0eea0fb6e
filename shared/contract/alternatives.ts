import type { z } from 'zod'

/** One way to fill in an input: the keys it needs, and those that only make sense with them. */
type Way<Key extends string> = { readonly needs: readonly Key[]; readonly may?: readonly Key[] }

/** Ways of which exactly one is taken. */
type Choice<Key extends string> = readonly Way<Key>[]

/**
 * An object whose optional keys belong to alternatives: `{ month }` or `{ from, to }`. Unlike a union it names the
 * key that is wrong: `required` for one that is missing, `not_together` for one of another way. The JSON Schema
 * tells the same.
 */
export function withChoices<Schema extends z.ZodObject>(
  schema: Schema,
  ...choices: readonly Choice<keyof z.output<Schema> & string>[]
): Schema {
  return schema
    .check((context) => {
      for (const choice of choices) {
        for (const { key, message } of problemsOf(choice, context.value)) {
          context.issues.push({ code: 'custom', path: [key], message, input: context.value })
        }
      }
    })
    .meta({ allOf: choices.map((choice) => ({ anyOf: choice.map((way) => jsonSchemaOf(way, choice)) })) })
}

function problemsOf(
  choice: Choice<string>,
  input: Readonly<Record<string, unknown>>,
): { key: string; message: string }[] {
  const isGiven = (key: string) => input[key] !== undefined
  // A key of several ways tells none of them.
  const isTelling = (key: string) => isGiven(key) && choice.filter((way) => keysOf(way).includes(key)).length === 1
  const takenBy = (isSaid: (key: string) => boolean) => choice.find((way) => keysOf(way).some(isSaid))
  const taken = takenBy(isTelling) ?? takenBy(isGiven) ?? choice[0]
  if (taken === undefined) return []
  const missing = taken.needs.filter((key) => !isGiven(key)).map((key) => ({ key, message: 'required' }))
  const foreign = foreignKeys(taken, choice)
    .filter(isGiven)
    .map((key) => ({ key, message: 'not_together' }))
  return [...missing, ...foreign]
}

function keysOf({ needs, may = [] }: Way<string>): string[] {
  return [...needs, ...may]
}

function foreignKeys(taken: Way<string>, choice: Choice<string>): string[] {
  const own = new Set(keysOf(taken))
  return choice.flatMap(keysOf).filter((key) => !own.has(key))
}

function jsonSchemaOf(way: Way<string>, choice: Choice<string>) {
  return {
    required: [...way.needs],
    properties: Object.fromEntries(foreignKeys(way, choice).map((key) => [key, false])),
  }
}
