import { implement, ORPCError, type Schema } from '@orpc/server'
import type { z } from 'zod'
import type { Language } from '../../../shared/calendar.ts'
import type { Calculator } from '../../../shared/contract/calculator.ts'
import { contract } from '../../../shared/contract/index.ts'
import { invalidInputOf } from '../../../shared/contract/issue-words.ts'
import type { Role } from '../../../shared/contract/procedure.ts'
import { Refusal } from '../../../shared/errors.ts'
import { refusalSentence, sentence } from '../../../shared/text/refusal-sentence.ts'
import type { App } from '../app.ts'
import type { Desk } from '../desk.ts'
import type { Actor, Reading, Work } from '../work.ts'

/** What every call carries: the desk with the book on it, who calls, and the language of sentences. */
export interface CallContext {
  readonly desk: Desk
  readonly actor: Actor
  readonly language: Language
}

const statusOf: Partial<Record<string, number>> = { INVALID_INPUT: 422, NOT_FOUND: 404, NOT_ALLOWED: 403 }

/**
 * Every procedure is implemented on this: roles are checked once, for every door; refusals leave with their code, data
 * and sentence; anything else is a bug, logged under a number, and leaves without inner text.
 */
export const os = implement(contract)
  .$context<CallContext>()
  .use(async ({ context, path, procedure, next }) => {
    const { roles, needsBook } = procedure['~orpc'].meta
    try {
      requireRole(context, roles, needsBook)
      return await next()
    } catch (error) {
      throw outward(error, context, path.join('.'))
    }
  })

function requireRole({ desk, actor }: CallContext, roles: readonly Role[], needsBook: boolean): void {
  const isPractice = needsBook && desk.kind() === 'practice'
  if (!roles.includes(actor.role) || (actor.role === 'trainer' && needsBook && !isPractice)) {
    throw new Refusal('NOT_ALLOWED', 'role', { role: actor.role })
  }
}

/** What crosses the API of an error, for every door. */
export function outward(error: unknown, context: CallContext, procedure: string): ORPCError<string, unknown> {
  if (error instanceof Refusal) return refused(error, context.language)
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST')
    return refused(asInvalidInput(error), context.language)
  const number = context.desk.log.bug(procedure, error)
  const message = sentence(context.language, 'INTERNAL', { number })
  return new ORPCError('INTERNAL', { status: 500, message, data: { number } })
}

function refused(refusal: Refusal, language: Language): ORPCError<string, unknown> {
  const { code, reason, data } = refusal
  return new ORPCError(code, {
    status: statusOf[code] ?? 409,
    message: refusalSentence(refusal, language),
    data: reason === undefined ? data : { reason, ...data },
  })
}

/** What zod found, as path and word. */
function asInvalidInput(error: ORPCError<string, unknown>): Refusal {
  const data = error.data as { issues?: Parameters<typeof invalidInputOf>[0] } | undefined
  return invalidInputOf(data?.issues ?? [])
}

interface Called<Input> {
  readonly input: Input
  readonly context: CallContext
  readonly path: readonly string[]
}

interface CalledToWrite<Input> extends Called<Input> {
  readonly procedure: { readonly '~orpc': { readonly outputSchema?: Schema<unknown, unknown> | undefined } }
}

/** A handler that reads: hands the service a steady view of the book. */
export function reads<Input, Answer>(service: (reading: Reading, input: Input, app: App) => Promise<Answer>) {
  return ({ input, context }: Called<Input>): Promise<Answer> => {
    const app = context.desk.app()
    return app.read((reading) => service(reading, input, app))
  }
}

/**
 * A handler that writes: hands the service one transaction; the same `requestId` answers what it first answered. An answer
 * that breaks the contract is a bug that is found before anything is kept: INTERNAL says that nothing was saved.
 */
export function writes<Input extends { requestId?: string | undefined } | undefined, Answer>(
  service: (work: Work, input: Input, app: App) => Promise<Answer>,
) {
  return ({ input, context, path, procedure }: CalledToWrite<Input>): Promise<Answer> => {
    const call = { procedure: path.join('.'), input, requestId: input?.requestId, actor: context.actor }
    const app = context.desk.app()
    return app.write(call, async (work) => {
      const answer = await service(work, input, app)
      await requireAsAgreed(procedure['~orpc'].outputSchema, answer)
      return answer
    })
  }
}

async function requireAsAgreed(agreed: Schema<unknown, unknown> | undefined, answer: unknown): Promise<void> {
  const found = await agreed?.['~standard'].validate(answer)
  if (found?.issues) throw new Error('the answer breaks the contract', { cause: found.issues })
}

/** A handler that only reckons: no book is looked at. */
export function calculates<Input extends z.ZodType, Output extends z.ZodType>({ run }: Calculator<Input, Output>) {
  return async ({ input, context }: Called<z.output<Input>>): Promise<z.input<Output>> =>
    run(input, { today: context.desk.options.today() })
}
