import { graphql, type ResultOf } from '@samrad/schema/admin'
import type { AnyVariables, TypedDocumentNode } from '@urql/core'
import type { Field } from '../form/kinds'

/** When something held. */
export const DeskPeriod = graphql(`
  fragment DeskPeriod on Period @_unmask {
    from
    fromIs
    to
    toIs
    lastConfirmedOn
    isPlanned
  }
`)

/** Where something is said. */
export const DeskSource = graphql(`
  fragment DeskSource on SourceReference @_unmask {
    id
    place
    quote
    annotation
    document {
      id
      title
      url
    }
  }
`)

/** What the desk asks of everything it keeps, whatever kind of thing it is. */
export type Thing = {
  id: string
  slug: string
  version: number
  visibility: 'PUBLIC' | 'NEIGHBOURS' | 'INTERNAL'
  rights: string[]
  name: string
  language: string | null
  municipality: { slug: string; name: string } | null
  period: ResultOf<typeof DeskPeriod>
  sources: ResultOf<typeof DeskSource>[]
}

/** A row of a list of things. */
export type Listed = {
  id: string
  slug: string
  name: string
  visibility: Thing['visibility']
  municipality: { slug: string } | null
}

/** A kind of thing as the desk keeps it: its address, its words, its form and its list. */
export type DeskNoun = {
  /** Its part of the address. */
  path: string
  /** Its type in the API. */
  type: string
  /** What the API calls what is said of one. */
  input: string
  words: {
    /** «Organer» */
    many: () => string
    /** «Nytt organ» */
    new: () => string
    lead: () => string
    none: () => string
  }
  fields: readonly Field[]
  /** Asks for one by its address, under `thing`. */
  one: TypedDocumentNode<{ thing: unknown }, { municipality: string; slug: string; asOf: string | null }>
  /** Asks for all that a municipality has, under `municipality.things`. */
  all: TypedDocumentNode<{ municipality: { things: unknown } | null }, { slug: string }>
  /** What a row of its list says beside name and visibility. */
  columns: readonly { label: () => string; say: (row: never) => string }[]
  /** Whether the portal has a page of each. */
  isOnPortal?: true
}

/** Makes fields of which each reads the data of one kind of thing. */
export const fieldsOf =
  <Data>() =>
  (...fields: (Omit<Field, 'from'> & { from?: (data: Data) => unknown })[]): readonly Field[] =>
    fields as readonly Field[]

type Acted = { thing: { id: string; slug: string; municipality: { slug: string } | null } }

/** The acts on a kind of thing, as documents. */
export function actsOn({ type, input }: DeskNoun) {
  const document = (text: string) => graphql(text as never) as unknown as TypedDocumentNode<Acted, AnyVariables>
  const back = 'id slug municipality { slug }'
  const known = '$id: ID!, $version: Int!'
  const it = 'id: $id, version: $version'
  return {
    create: document(
      `mutation Desk_Create($municipality: String!, $from: KnownDay, $state: ${input}!) { thing: create${type}(municipality: $municipality, from: $from, state: $state) { ${back} } }`,
    ),
    change: document(
      `mutation Desk_Change(${known}, $from: KnownDay!, $state: ${input}!) { thing: change${type}(${it}, from: $from, state: $state) { ${back} } }`,
    ),
    correct: document(
      `mutation Desk_Correct(${known}, $state: ${input}!) { thing: correct${type}(${it}, state: $state) { ${back} } }`,
    ),
    end: document(`mutation Desk_End(${known}, $on: KnownDay!) { thing: end${type}(${it}, on: $on) { ${back} } }`),
    restore: document(`mutation Desk_Restore(${known}) { thing: restore${type}(${it}) { ${back} } }`),
    setVisibility: document(
      `mutation Desk_SetVisibility(${known}, $visibility: Visibility!) { thing: set${type}Visibility(${it}, visibility: $visibility) { ${back} } }`,
    ),
  }
}
