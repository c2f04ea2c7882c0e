import { describe, expect, it } from 'vitest'
import { mergeText, mergeWords } from './merge-text'

describe('what two people write in one text', () => {
  it('is put together when they write in different places', () => {
    expect(mergeText('a\nb\nc', 'a!\nb\nc', 'a\nb\nc!')).toBe('a!\nb\nc!')
    expect(mergeText('a', 'a', 'b')).toBe('b')
    expect(mergeText('a', 'b', 'a')).toBe('b')
    expect(mergeText('', 'same', 'same')).toBe('same')
    expect(mergeText('a\n\nb', 'a\nmer\n\nb', 'a\n\nb\nenda mer')).toBe('a\nmer\n\nb\nenda mer')
  })

  it('is theirs to choose when both wrote the same line', () => {
    expect(mergeText('a', 'b', 'c')).toBeUndefined()
    const base = { text: 'x', decision: '' }
    expect(mergeWords(base, { text: 'y', decision: '' }, { text: 'x', decision: 'Støttes' })).toEqual({
      text: 'y',
      decision: 'Støttes',
    })
    expect(mergeWords(base, { text: 'y', decision: 'Ja' }, { text: 'x', decision: 'Nei' })).toBeUndefined()
  })
})
