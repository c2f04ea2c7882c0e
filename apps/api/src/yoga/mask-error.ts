import { GraphQLError } from 'graphql'
import { createGraphQLError } from 'graphql-yoga'
import type { Logger } from 'pino'
import { ApiError, badInput, type ErrorCode } from '../errors.ts'
import { limits } from '../limits.ts'
import { brokenRule, isOvertaken, isRefused, isTimeout, isUnavailable } from './database-error.ts'

/** What a caller sees of an error: those meant for callers as they are, all others as one code and an id that is also in the log. */
export function maskError(log: Logger) {
  return (error: unknown): Error => {
    if (error instanceof GraphQLError && isForCallers(error))
      return isListed(error)
        ? error
        : copy(error, error.message, {
            ...error.extensions,
            code: 'BAD_USER_INPUT',
            fields: { request: error.message },
          })
    const seen = { path: error instanceof GraphQLError ? error.path : undefined, stack: stackOf(error) }
    if (error instanceof GraphQLError && isTimeout(original(error))) {
      log.warn(seen, 'the database stopped a statement that took too long')
      return copy(error, `The query took more than ${limits().timeMs} ms.`, {
        code: 'QUERY_TOO_COSTLY',
        limit: 'time',
        allowed: limits().timeMs,
      })
    }
    const refused = refusedByDatabase(original(error))
    if (refused) return error instanceof GraphQLError ? copy(error, refused.message, refused.extensions) : refused
    if (isUnavailable(original(error))) {
      log.warn(seen, 'a request got no connection to the database')
      return busy(error instanceof GraphQLError ? error : undefined)
    }
    const errorId = crypto.randomUUID()
    log.error({ errorId, ...seen }, 'a request failed')
    const message = `Something went wrong at our end. Tell us this number: ${errorId}`
    const extensions = { code: 'INTERNAL_SERVER_ERROR', errorId }
    return error instanceof GraphQLError
      ? copy(error, message, extensions)
      : createGraphQLError(message, { extensions: { ...extensions, http: { status: 500 } } })
  }
}

// Constraints put off to the end of a transaction speak outside any field.
function refusedByDatabase(error: unknown): ApiError | undefined {
  const fields = brokenRule(error)
  if (fields) return badInput(fields)
  if (isOvertaken(error)) return new ApiError('CONFLICT', 'Something it rests on was changed in the meantime.')
  return isRefused(error) ? new ApiError('FORBIDDEN', 'Your roles do not include this here.') : undefined
}

const listed: unknown[] = [
  'UNAUTHENTICATED',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'PERSONAL_DATA',
  'FORBIDDEN',
  'QUERY_TOO_COSTLY',
  'RATE_LIMITED',
  'OVERLOADED',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
] satisfies (ErrorCode | 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED')[]

// Yoga has codes of its own for requests it does not understand.
const isListed = ({ extensions }: GraphQLError) => listed.includes(extensions['code'])
const isForCallers = (error: GraphQLError) => !error.originalError || error.originalError instanceof GraphQLError

const copy = (error: GraphQLError, message: string, extensions: Record<string, unknown>) =>
  createGraphQLError(message, {
    path: error.path,
    positions: error.positions,
    source: error.source,
    nodes: error.nodes,
    extensions,
  })

const original = (error: unknown) => (error instanceof GraphQLError ? error.originalError : error)
const tryAgainAfterSeconds = '2'

function busy(error: GraphQLError | undefined): Error {
  const http = { status: 503, headers: { 'retry-after': tryAgainAfterSeconds } }
  const message = 'The service is busy or restarting. Try again in a moment.'
  const extensions = { code: 'OVERLOADED', http }
  return error ? copy(error, message, extensions) : createGraphQLError(message, { extensions })
}

// A message may hold values, so only the code and the stack are logged.
function stackOf(error: unknown): string | undefined {
  const cause = original(error) ?? error
  if (!(cause instanceof Error)) return undefined
  const code = 'code' in cause ? ` ${String(cause.code)}` : ''
  return [
    cause.name + code,
    ...(cause.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? []),
  ].join('\n')
}
