import { SchemeRules } from '@samrad/schema'
import { AgesInput } from '../../ages.ts'
import { builder } from '../../builder.ts'
import { checkedAges } from '../../register/checked.ts'
import { days, daysOf, eachOf, KnownDay, partiesOf, PartyInput } from '../../register/inputs.ts'
import { defineActs } from '../../register/mutations.ts'
import { participationsOf } from '../../register/participations.ts'
import { said } from '../../register/said.ts'
import { Scheme, SchemeEventKind } from './scheme.ts'

const LevelInput = builder.inputType('LevelInput', {
  description: 'A level of a scheme.',
  fields: (t) => ({
    id: t.globalID({ description: 'The level it is; a new one when left out.' }),
    name: t.string({ description: 'Its name, in the municipality’s own words.', required: true }),
    isOperative: t.boolean({ description: 'Whether it works as a level of its own.', defaultValue: true }),
  }),
})

const SchemeEventInput = builder.inputType('SchemeEventInput', {
  description: 'Something that happened to a scheme.',
  fields: (t) => ({
    kind: t.field({ description: 'What happened.', type: SchemeEventKind, required: true }),
    title: t.string({ description: 'What happened, in words.', required: true }),
    on: t.field({ description: 'When.', type: KnownDay }),
    reference: t.string({ description: 'Case number.' }),
  }),
})

const AgreementInput = builder.inputType('AgreementInput', {
  description: 'What the parties of a scheme have signed.',
  fields: (t) => ({
    title: t.string({ description: 'What it is called.', required: true }),
    signedOn: t.field({ description: 'When it was signed.', type: 'Date' }),
    from: t.field({ description: 'Since when it holds.', type: KnownDay }),
    to: t.field({ description: 'The first day it no longer holds.', type: KnownDay }),
    parties: t.field({ description: 'Who signed.', type: [PartyInput], required: true }),
  }),
})

const TargetGroupInput = builder.inputType('TargetGroupInput', {
  description: 'Whom the work is for.',
  fields: (t) => ({
    title: t.string({ description: 'Who, in the municipality’s own words.', required: true }),
    ages: t.field({ description: 'Their ages.', type: AgesInput }),
  }),
})

const SchemeState = builder.inputType('SchemeState', {
  description: 'What a scheme is. Fields that are left out stay as they are; null empties them. Lists are given whole.',
  fields: (t) => ({
    name: t.string({ description: 'Its name.' }),
    summary: t.string({ description: 'What it is, in the municipality’s own words.' }),
    municipalities: t.stringList({
      description: 'Slugs or numbers of the other municipalities that take part. The home’s to say.',
    }),
    levels: t.field({ description: 'Its levels, from the top.', type: [LevelInput] }),
    targetGroups: t.field({ description: 'Whom the work is for.', type: [TargetGroupInput] }),
    partnerships: t.globalIDList({ description: 'Organisations outside it that it cooperates with, in order.' }),
    events: t.field({ description: 'What has happened to it, whenever that was.', type: [SchemeEventInput] }),
    agreements: t.field({ description: 'What was signed, whenever it holds.', type: [AgreementInput] }),
  }),
})

defineActs<typeof SchemeState.$inferInput>({
  model: 'Scheme',
  owner: 'schemeId',
  parts: {
    versions: { model: 'SchemeVersion', columns: ['name', 'summary'], key: [] },
    participations: { model: 'SchemeParticipation', columns: ['municipalityId'], key: ['municipalityId'] },
    levels: {
      model: 'SchemeLevel',
      columns: ['name', 'isOperative'],
      key: ['name'],
      isOrdered: true,
      inUse: 'levels_in_use',
    },
    targetGroups: { model: 'TargetGroup', columns: ['title', 'ages'], key: ['title'], json: ['ages'] },
    partnerships: {
      model: 'Partnership',
      columns: ['organisationId'],
      key: ['organisationId'],
      isOrdered: true,
    },
    events: {
      model: 'SchemeEvent',
      columns: ['kind', 'title', 'reference', ...days],
      key: ['kind', 'title'],
      time: 'own',
    },
    agreements: {
      model: 'Agreement',
      columns: ['title', 'signedOn', ...days],
      key: ['title'],
      time: 'own',
      hasParties: true,
    },
  },
  one: 'a scheme',
  ref: Scheme,
  input: SchemeState,
  rules: SchemeRules,
  name: 'name',
  defaults: {},
  stateOf: async (given, references, home) => ({
    versions: said({ name: given.name, summary: given.summary }),
    participations: await participationsOf(given.municipalities, home),
    levels: eachOf(given.levels, 'state.levels', ({ id, name, isOperative }, at) => ({
      id: id ? references.idOf('SchemeLevel', id, `${at}.id`) : undefined,
      columns: { name: name.trim(), isOperative: isOperative ?? true },
    })),
    targetGroups: eachOf(given.targetGroups, 'state.targetGroups', ({ title, ages }, at) => ({
      columns: { title: title.trim(), ages: checkedAges(ages, `${at}.ages`) ?? null },
    })),
    partnerships: eachOf(given.partnerships, 'state.partnerships', (id, at) => ({
      columns: { organisationId: references.idOf('Organisation', id, at) },
    })),
    events: given.events?.map(({ kind, title, on, reference }) => ({
      columns: { kind, title: title.trim(), reference: reference?.trim() || null, ...daysOf(on) },
    })),
    agreements: eachOf(given.agreements, 'state.agreements', ({ title, signedOn, from, to, parties }, at) => ({
      columns: { title: title.trim(), signedOn: signedOn ?? null, ...daysOf(from, to) },
      parties: partiesOf(parties, references, `${at}.parties`),
    })),
  }),
  succeed: async (db, successions, on) => {
    for (const { part, before, after } of successions)
      if (part === 'levels') await db.$executeRaw`SELECT follow_level(${before}::uuid, ${after}::uuid, ${on}::date)`
  },
})
