import { createHash, randomBytes } from 'node:crypto'

/** A secret of 256 random bits that only its holder has. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token: its SHA-256, as the database knows it. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/**
 * What the address of a sign-in carries, which must not be what the cookie carries. Not in hexadecimals: among those are
 * runs of digits that can be taken for identity numbers.
 */
export const stateOf = (secret: string): string => createHash('sha256').update(`state ${secret}`).digest('base64url')

/** The token that a request carries as `Authorization: Bearer …`; null when it carries none. */
export const tokenOf = (request: Request): string | null =>
  /^Bearer ([\w-]{20,200})$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? null
