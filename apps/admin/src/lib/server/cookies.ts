import type { Cookies } from '@sveltejs/kit'
import { isSecure } from './environment'

const nameOf = (name: string) => (isSecure ? `__Host-${name}` : name)
const options = { path: '/', httpOnly: true, secure: isSecure, sameSite: 'lax' as const }
const hourInSeconds = 3_600

/** The token of the session. */
export const session = {
  read: (cookies: Cookies) => cookies.get(nameOf('samrad-session')),
  write: (cookies: Cookies, token: string) =>
    cookies.set(nameOf('samrad-session'), token, { ...options, maxAge: 12 * hourInSeconds }),
  clear: (cookies: Cookies) => cookies.delete(nameOf('samrad-session'), options),
}

/** What a sign-in that is under way is finished with, and where it leads. */
export const signIn = {
  read: (cookies: Cookies) => ({
    secret: cookies.get(nameOf('samrad-sign-in')),
    returnTo: safePath(cookies.get(nameOf('samrad-return-to'))),
  }),
  write: (cookies: Cookies, secret: string, returnTo: string) => {
    cookies.set(nameOf('samrad-sign-in'), secret, { ...options, maxAge: hourInSeconds / 4 })
    cookies.set(nameOf('samrad-return-to'), returnTo, { ...options, maxAge: hourInSeconds / 4 })
  },
  clear: (cookies: Cookies) => {
    cookies.delete(nameOf('samrad-sign-in'), options)
    cookies.delete(nameOf('samrad-return-to'), options)
  },
}

/** A path of our own; anything else, such as another host, is the start page. */
export const safePath = (path: string | null | undefined): string =>
  path && /^\/(?![/\\])[!-~]*$/.test(path) ? path : '/'
