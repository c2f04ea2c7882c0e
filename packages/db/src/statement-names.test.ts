import { describe, expect, it } from 'vitest'
import { StatementNames } from './statement-names.ts'

const statement = (nth: number) => `SELECT ${nth} -- ${'x'.repeat(1_000)}`

describe('names of statements', () => {
  it('are the same for the same statement and for no other', () => {
    const names = new StatementNames(100_000)
    expect(names.of(statement(1))).toBe(names.of(statement(1)))
    expect(names.of(statement(1))).not.toBe(names.of(statement(2)))
  })

  it('begin anew when too much is planned, in new connections', () => {
    const names = new StatementNames(100_000)
    const old = {}
    names.met(old)
    const all = Array.from({ length: 600 }, (_, nth) => names.of(statement(nth)))
    expect(new Set(all).size).toBe(600)
    expect(names.isStale(old)).toBe(true)
    const young = {}
    names.met(young)
    expect(names.isStale(young)).toBe(false)
  })
})
