import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { schemaFor } from '@samrad/api/schema'
import {
  getNamedType,
  isIntrospectionType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLArgument,
} from 'graphql'
import { describe, expect, it } from 'vitest'

const schemaFolder = join(import.meta.dirname, '../../packages/schema')

describe.each(['open', 'admin'] as const)('the schema of the %s door', (door) => {
  const schema = schemaFor(door)

  it('is printed as it is (else run npm run print-schemas and read the difference)', () => {
    const printed = readFileSync(join(schemaFolder, `${door}.graphql`), 'utf8')
    expect(printed).toBe(`${printSchema(lexicographicSortSchema(schema))}\n`)
  })

  it('describes every type, field and argument', () => {
    const undescribed = Object.values(schema.getTypeMap())
      .filter((type) => !isIntrospectionType(type) && !['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name))
      .flatMap((type) => {
        const fields: { name: string; description?: string | null; args?: readonly GraphQLArgument[] }[] =
          'getFields' in type ? Object.values(type.getFields()) : []
        const inside = fields.flatMap(({ name, description, args = [] }) => [
          ...(description ? [] : [`${type.name}.${name}`]),
          ...args.filter((arg) => !arg.description).map((arg) => `${type.name}.${name}(${arg.name})`),
        ])
        return type.description ? inside : [type.name, ...inside]
      })
    expect(undescribed).toEqual([])
  })

  it('takes a date at every root field that is about the world', () => {
    const fields = Object.values(schema.getQueryType()?.getFields() ?? {})
    const without = fields.filter(({ args }) => !args.some(({ name }) => name === 'asOf')).map(({ name }) => name)
    // What is not about the world: this installation, who asks, and what was done.
    const timeless = [
      'acts',
      'agendaProposals',
      'apiKeys',
      'calendarFeed',
      'document',
      'documents',
      'dormantThings',
      'findings',
      'installation',
      'endableLetters',
      'invitations',
      'letterInvitation',
      'openInvitation',
      'roles',
      'sharingAgreements',
      'signInProviders',
      'suggestedMeetings',
      'viewer',
    ]
    expect(without.filter((name) => !timeless.includes(name))).toEqual([])
  })
})

describe('the open door', () => {
  it('has no mutation and no subscription', () => {
    expect(Object.keys(schemaFor('open').getMutationType()?.getFields() ?? {})).toEqual([])
    expect(schemaFor('open').getSubscriptionType()).toBeUndefined()
  })

  it('has no field that the signed-in door lacks', () => {
    const admin = schemaFor('admin')
    for (const type of Object.values(schemaFor('open').getTypeMap()).filter(isObjectType))
      for (const field of Object.values(type.getFields())) {
        const same = admin.getType(type.name)
        expect(isObjectType(same) && getNamedType(same.getFields()[field.name]?.type)?.name).toBe(
          getNamedType(field.type).name,
        )
      }
  })
})
