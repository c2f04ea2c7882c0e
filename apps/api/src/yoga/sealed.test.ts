import { expect, it } from 'vitest'
import { opened, sealed } from './sealed.ts'

it('is read by who has the secret, and says nothing to anybody else', () => {
  const text = sealed({ token: 'hemmelig' }, 'a-key-of-my-own')
  expect(opened(text, 'a-key-of-my-own')).toEqual({ token: 'hemmelig' })
  expect(() => opened(text, 'another-key')).toThrow()
  expect(() => opened(`${text.slice(0, -4)}AAAA`, 'a-key-of-my-own')).toThrow()
  expect(Buffer.from(text, 'base64url').toString('latin1')).not.toContain('hemmelig')
  expect(sealed({ token: 'hemmelig' }, 'a-key-of-my-own')).not.toBe(text)
})
