import { Prisma } from '@samrad/db'
import type { Db } from '@samrad/db'
import { badInput } from './errors.ts'
import { numberedAs } from './modules/municipality/rules.ts'

/** How an identity with a dated name is kept: its table, the table of its versions, and what the name is called there. */
export type Named = { table: string; versions: string; key: string; name: 'name' | 'title' | 'number' }

/**
 * `id` and `key` of the identities that exist on the date, `key` being the name they have then; for `page`.
 * `conditions` may speak of `identity` and `version`.
 */
export function namedAt({ table, versions, key, name }: Named, asOf: Date, conditions: Prisma.Sql[]): Prisma.Sql {
  const all = [
    Prisma.sql`valid_at(identity.valid_from, identity.valid_to, ${asOf}::date)`,
    Prisma.sql`valid_at(version.valid_from, version.valid_to, ${asOf}::date)`,
    ...conditions,
  ]
  return Prisma.sql`
    SELECT identity.id, version.${Prisma.raw(name)} AS key
      FROM ${Prisma.raw(table)} AS identity JOIN ${Prisma.raw(versions)} AS version ON version.${Prisma.raw(key)} = identity.id
     WHERE ${Prisma.join(all, ' AND ')}`
}

/** That a dated relation row exists on the date: who takes part, which area, which function. */
export function hasRow(table: string, key: string, asOf: Date, condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM ${Prisma.raw(table)} AS line WHERE line.${Prisma.raw(key)} = identity.id
    AND valid_at(line.valid_from, line.valid_to, ${asOf}::date) AND ${condition})`
}

/** That part of the name is as asked, in any case. */
export const isNamed = (name: 'name' | 'title', part: string): Prisma.Sql =>
  Prisma.sql`strpos(lower(version.${Prisma.raw(name)}), lower(${part})) > 0`

const numberPattern = /^\d{4}$/

/** Id of a Norwegian municipality given by slug or by number, present or earlier; undefined when there is none. */
export async function findMunicipalityId(db: Db, slugOrNumber: string, asOf: Date): Promise<string | undefined> {
  if (!numberPattern.test(slugOrNumber)) {
    const found = await db.municipality.findUnique({ where: { slug: slugOrNumber }, select: { id: true } })
    return found?.id
  }
  const versions = await db.municipalityVersion.findMany({ where: { number: slugOrNumber, country: 'NO' } })
  return numberedAs(versions, asOf)
}

/** The same for a filter: `BAD_USER_INPUT` when there is none. */
export async function municipalityIdOf(db: Db, slugOrNumber: string, asOf: Date): Promise<string> {
  const id = await findMunicipalityId(db, slugOrNumber, asOf)
  if (!id) throw badInput({ municipality: 'there is no municipality with this slug or number' })
  return id
}
