import { loadDemonstration } from '@samrad/db'
import { beforeAll } from 'vitest'
import { openDoor } from './ask.ts'
import { openTestDatabase } from './test-database.ts'

export type Body = {
  slug: string
  name: string
  realisation: string
  isConfidential: boolean
  functions: { kind: string }[]
  levels: { level: { name: string; isOperative: boolean } }[]
  areas: { area: { name: string } }[]
  reportsTo: { parent: { slug: string } | null }[]
  seats: { roleTitle: string; attachment: string; groupTitle: string | null; quantity: string }[]
  duties: { kind: string; parties: Party[] }[]
  cadences: { cadence: Record<string, unknown> }[]
  standingItems: { text: string }[]
  meetings: { heldOn: string; startsAt: string | null; endsAt: string | null; round: string | null }[]
  mandates: { heldBy: { slug: string } | null; clauses: { text: string }[] }[]
  municipalities: { municipality: { name: string; country: string } }[]
}
export type Party = {
  roleTitle: string | null
  organisation: Named | null
  post: { title: string } | null
  by: Party | null
  body: Named | null
  seat: { roleTitle: string } | null
}
export type Named = { name: string }

const party = `roleTitle organisation { name } body { name } seat { roleTitle } post { title } by { post { title } }`
const structure = `query ($number: String!, $asOf: Date) {
  municipality(number: $number, asOf: $asOf) {
    name
    areas { name kind populations { countedOn count } parts { name } servedBy { organisation { name } isBorderEqual } }
    schemes {
      name levels { name isOperative } events { kind title reference period { from fromIs } }
      agreements { signedOn } targetGroups { title ages { from to orTo isUnlimited wording } } partnerships { organisation { name } }
    }
    coordinatorPosts { title percent ages { from to } reportsTo { parties { ${party} } } portfolio { level text } }
    arenas { number state areas { area { name } } cadence { kind } }
    bodies {
      slug name realisation isConfidential functions { kind } levels { level { name isOperative } } areas { area { name } }
      reportsTo { parent { slug } } seats { roleTitle attachment groupTitle quantity } duties { kind parties { ${party} } }
      cadences { cadence { kind from to times per every unit seasons wording } } standingItems { text }
      meetings { heldOn startsAt endsAt round } mandates { heldBy { slug } clauses { text } }
      municipalities { municipality { name country } }
    }
  }
}`

type Municipality = {
  name: string
  areas: {
    name: string
    kind: string
    populations: { countedOn: string; count: number }[]
    parts: Named[]
    servedBy: { isBorderEqual: boolean | null }[]
  }[]
  schemes: {
    levels: { name: string; isOperative: boolean }[]
    events: { kind: string; reference: string | null; period: { from: string; fromIs: string } }[]
    agreements: { signedOn: string | null }[]
    targetGroups: {
      ages: { from: number | null; to: number | null; orTo: number | null; isUnlimited: boolean } | null
    }[]
    partnerships: { organisation: Named }[]
  }[]
  coordinatorPosts: {
    title: string
    percent: number | null
    ages: { from: number | null; to: number | null } | null
    portfolio: { level: number }[]
  }[]
  arenas: { number: number; state: string; areas: { area: Named }[] }[]
  bodies: Body[]
}

/** A database of this test file's own with the demonstration in it, and the structure of a municipality as the open door tells it. */
export async function openDemonstration() {
  const database = await openTestDatabase()
  const { data } = openDoor(database)
  beforeAll(() =>
    loadDemonstration(database.url, (message) => {
      throw new Error(message)
    }),
  )
  async function readStructure(number: string, asOf?: string) {
    const { municipality } = await data<{ municipality: Municipality }>(structure, { number, asOf })
    const withFunction = (kind: string) =>
      municipality.bodies.filter(({ functions }) => functions.some((one) => one.kind === kind))
    const body = (slug: string) => {
      const found = municipality.bodies.find((one) => one.slug === slug)
      if (!found) throw new Error(`${slug} is not among ${municipality.bodies.map((one) => one.slug).join(', ')}`)
      return found
    }
    return { ...municipality, withFunction, body }
  }
  return { database, data, readStructure }
}

/** What a party is called. */
export const nameOf = (party: Party) =>
  party.roleTitle ?? party.organisation?.name ?? party.post?.title ?? party.seat?.roleTitle ?? party.body?.name ?? ''

/** Who has a duty in a body. */
export const duty = (body: Body, kind: string) =>
  body.duties.filter((one) => one.kind === kind).flatMap(({ parties }) => parties)
