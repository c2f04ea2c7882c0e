import { findIdentityNumber } from '@samrad/guard'
import { expect, it } from 'vitest'
import { newToken, stateOf } from './token.ts'

it('what a sign-in carries is not taken for an identity number, however often somebody signs in', () => {
  for (let nth = 0; nth < 5_000; nth++) {
    const secret = newToken()
    const answer = `code=${newToken()}&state=${stateOf(secret)}&iss=${encodeURIComponent('http://localhost:4000/oidc')}`
    for (const text of [secret, answer, `${secret.slice(-20)}\n${answer.slice(0, 20)}`])
      expect(findIdentityNumber(text), text).toBeUndefined()
  }
})
