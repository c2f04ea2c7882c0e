import { GraphQLError } from 'graphql'

/** The closed list of `extensions.code`; GraphQL's own parse and validation codes come beside it. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'PERSONAL_DATA'
  | 'FORBIDDEN'
  | 'QUERY_TOO_COSTLY'
  | 'RATE_LIMITED'
  | 'OVERLOADED'

/** The one error that is shown to callers as it is. Its message is for developers; people read the code in their language. */
export class ApiError extends GraphQLError {
  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message, { extensions: { code, ...details } })
    this.name = 'ApiError'
  }
}

/** Input that cannot be used. `fields` names each argument or variable and what is wrong with it. */
export const badInput = (fields: Record<string, string>): ApiError =>
  new ApiError(
    'BAD_USER_INPUT',
    Object.entries(fields)
      .map(([field, fault]) => `${field}: ${fault}`)
      .join('; '),
    { fields },
  )

/** Something over a limit: which, its value, and the caller's. */
export const tooCostly = (limit: string, allowed: number, actual?: number): ApiError =>
  new ApiError(
    'QUERY_TOO_COSTLY',
    `The query is over the limit for ${limit}: ${actual ?? 'more'} of at most ${allowed}.`,
    {
      limit,
      allowed,
      ...(actual === undefined ? {} : { actual }),
    },
  )
