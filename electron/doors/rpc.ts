import { ORPCError } from '@orpc/server'
import type { StandardHandlerOptions } from '@orpc/server/standard'
import type { Language } from '../../shared/calendar.ts'
import { Refusal } from '../../shared/errors.ts'
import { type CallContext, outward } from '../backend/api/base.ts'
import type { Desk } from '../backend/desk.ts'
import { treasurer } from '../backend/work.ts'

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

/** What a call carries beside its input: until people are set up in a book every door acts as its treasurer. */
export function doorContext(desk: Desk, headers: Headers = {}): CallContext {
  return { desk, actor: treasurer, language: languageOf(headers) }
}

/** Each call may name the language of its sentences; Indonesian otherwise. */
function languageOf(headers: Headers): Language {
  return headers['x-lumbung-language'] === 'en' ? 'en' : 'id'
}

/** Calls that were understood: what breaks before that is the caller's doing, what breaks after it is a bug. */
const understood = new WeakSet<object>()

function inWords(error: unknown, context: CallContext): unknown {
  if (error instanceof ORPCError) return error
  const isOurs = error instanceof Refusal || understood.has(context)
  return outward(isOurs ? error : new Refusal('INVALID_INPUT', 'not_json'), context, 'door')
}

/** What every transport puts round the router: calls speak their own language, and every refusal has the API's shape. */
export const doorOptions: StandardHandlerOptions<CallContext> = {
  rootInterceptors: [
    ({ next, ...call }) => next({ ...call, context: { ...call.context, language: languageOf(call.request.headers) } }),
  ],
  interceptors: [
    async ({ next, context }) => {
      try {
        const result = await next()
        if (!result.matched) throw new Refusal('NOT_FOUND', 'procedure')
        return result
      } catch (error) {
        throw inWords(error, context)
      }
    },
  ],
  clientInterceptors: [
    ({ next, context }) => {
      understood.add(context)
      return next()
    },
  ],
}
