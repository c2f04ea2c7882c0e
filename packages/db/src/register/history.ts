import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

const folder = join(import.meta.dirname, '../../reference')
const read = (file: string): Record<string, string>[] => parse(readFileSync(join(folder, file)), { columns: true })

/** A number with its name and county for as long as all three were the same. Days; `to` is exclusive, null while it lasts. */
export type NumberPeriod = {
  number: string
  name: string
  county: { number: string; name: string } | null
  from: string
  to: string | null
}

/** One municipality through its numbers, oldest first. */
export type History = NumberPeriod[]

const since = '2010-01-01'

/** Every municipality that exists or ended after 2010, followed through its numbers where the links are beyond doubt. */
export function readHistories(): History[] {
  const periods = joinEqual(readPeriods())
  const counties = countyLineage()
  const next = new Map<NumberPeriod, NumberPeriod>()
  for (const older of periods) {
    const follower = onlyOne(older, followersOf(older, periods), counties)
    if (!follower) continue
    const predecessor = onlyOne(follower, predecessorsOf(follower, periods), counties)
    if (predecessor === older) next.set(older, follower)
  }
  const followers = new Set(next.values())
  return periods.filter((period) => !followers.has(period)).map((first) => chainFrom(first, next))
}

function readPeriods(): NumberPeriod[] {
  const rows = read('regions-history.csv')
  const counties = rows.filter((row) => row['nivå'] === 'fylke').map(period)
  return rows
    .filter((row) => row['nivå'] === 'kommune')
    .map(period)
    .filter(({ to }) => !to || to > since)
    .flatMap((municipality) => splitByCounty(municipality, counties))
}

const period = (row: Record<string, string>) => ({
  number: row['regionnummer'] ?? '',
  name: bareName(row['regionnavn'] ?? ''),
  county: null,
  from: row['gyldig_fra'] ?? '',
  to: row['gyldig_til'] || null,
})

// The county in a municipality's own row is often an older one («Bærum, Akershus amt»): it is joined by number and date.
function splitByCounty(municipality: NumberPeriod, counties: NumberPeriod[]): NumberPeriod[] {
  const during = counties
    .filter(
      ({ number, from, to }) =>
        municipality.number.startsWith(number) && from < (municipality.to ?? '9999') && (!to || to > municipality.from),
    )
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  if (!during.length) return [municipality]
  return during.map(({ number, name, from, to }, index) => ({
    ...municipality,
    county: { number, name },
    from: index === 0 || from < municipality.from ? municipality.from : from,
    to: index === during.length - 1 || !to || (municipality.to && to > municipality.to) ? municipality.to : to,
  }))
}

function joinEqual(periods: NumberPeriod[]): NumberPeriod[] {
  const joined: NumberPeriod[] = []
  for (const current of periods.sort((a, b) => compare(a.number, b.number) || compare(a.from, b.from))) {
    const last = joined.at(-1)
    const isSame =
      last &&
      last.number === current.number &&
      last.name === current.name &&
      last.county?.name === current.county?.name &&
      last.to === current.from
    if (isSame) last.to = current.to
    else joined.push({ ...current })
  }
  return joined
}

const followersOf = (older: NumberPeriod, all: NumberPeriod[]) =>
  older.to ? all.filter((other) => other.from === older.to && isNamedAlike(older, other)) : []
const predecessorsOf = (younger: NumberPeriod, all: NumberPeriod[]) =>
  all.filter((other) => other.to === younger.from && isNamedAlike(other, younger))
const isNamedAlike = (a: NumberPeriod, b: NumberPeriod) => a.number === b.number || a.name === b.name

function onlyOne(
  period: NumberPeriod,
  candidates: NumberPeriod[],
  counties: Map<string, Set<string>>,
): NumberPeriod | undefined {
  if (candidates.length <= 1) return candidates[0]
  const sameNumber = candidates.filter(({ number }) => number === period.number)
  const related = candidates.filter(
    (other) =>
      counties.get(countyOf(period))?.has(countyOf(other)) || counties.get(countyOf(other))?.has(countyOf(period)),
  )
  const plausible = sameNumber.length ? sameNumber : related
  return plausible.length === 1 ? plausible[0] : undefined
}

function countyLineage(): Map<string, Set<string>> {
  const became = new Map<string, Set<string>>()
  for (const row of read('region-transitions.csv')) {
    if (row['level'] !== 'county') continue
    const from = row['from_id'] ?? ''
    became.set(from, (became.get(from) ?? new Set()).add(row['to_id'] ?? ''))
  }
  return became
}

function chainFrom(first: NumberPeriod, next: Map<NumberPeriod, NumberPeriod>): History {
  const chain = [first]
  for (let follower = next.get(first); follower; follower = next.get(follower)) chain.push(follower)
  return chain
}

const countyOf = ({ number }: NumberPeriod) => number.slice(0, 2)
const bareName = (name: string) => name.replace(/ \(.*\)$/, '')
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
