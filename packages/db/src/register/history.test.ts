import { describe, expect, it } from 'vitest'
import { readHistories } from './history.ts'

const histories = readHistories()
const find = (number: string) => histories.find((history) => history.some((period) => period.number === number))
const numbersOf = (number: string) => [...new Set(find(number)?.map((period) => period.number))]

describe('the register of municipalities', () => {
  it('has 357 that exist, each with its number once', () => {
    const numbers = histories.map((history) => history.at(-1)).filter((last) => last && !last.to)
    expect(numbers).toHaveLength(357)
    expect(new Set(numbers.map((last) => last?.number)).size).toBe(357)
  })

  it('never joins two that existed side by side', () => {
    for (const history of histories)
      for (const [index, period] of history.entries()) expect(history[index + 1]?.from ?? period.to).toBe(period.to)
  })

  it('does not follow the false links of Våler, Nes and Os', () => {
    expect(numbersOf('0137')).toEqual(['0137', '3018', '3114'])
    expect(numbersOf('0426')).toEqual(['0426', '3419'])
    expect(numbersOf('0236')).toEqual(['0236', '3034', '3228'])
    expect(numbersOf('0441')).toEqual(['0441', '3430'])
    expect(numbersOf('1243')).toEqual(['1243'])
  })

  it('leaves the successor of a merged municipality unknown', () => {
    expect(find('0213')?.at(-1)).toMatchObject({ name: 'Ski', to: '2020-01-01' })
  })

  it('joins the county by number and date', () => {
    expect(find('0219')?.map(({ county }) => county?.name)).toEqual(['Akershus amt', 'Akershus', 'Viken', 'Akershus'])
  })
})
