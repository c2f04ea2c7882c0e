import { CoordinatorPostRules } from '@samrad/schema'
import { AgesInput } from '../../ages.ts'
import { builder } from '../../builder.ts'
import { checkedAges } from '../../register/checked.ts'
import { eachOf, partiesOf, PartyInput } from '../../register/inputs.ts'
import { defineActs } from '../../register/mutations.ts'
import { participationsOf } from '../../register/participations.ts'
import { said } from '../../register/said.ts'
import { CoordinatorPost } from './coordinator-post.ts'

const PostReportingInput = builder.inputType('PostReportingInput', {
  description: 'Whom a post answers to: one or more parties together.',
  fields: (t) => ({ parties: t.field({ description: 'Whom.', type: [PartyInput], required: true }) }),
})

const PortfolioItemInput = builder.inputType('PortfolioItemInput', {
  description: 'A theme or task of a post.',
  fields: (t) => ({
    level: t.int({ description: '1, or 2 for what stands under the level 1 before it.', defaultValue: 1 }),
    text: t.string({ description: 'What, in the municipality’s own words.', required: true }),
  }),
})

const CoordinatorPostState = builder.inputType('CoordinatorPostState', {
  description: 'What a post is. Fields that are left out stay as they are; null empties them. Lists are given whole.',
  fields: (t) => ({
    title: t.string({ description: 'Its title.' }),
    percent: t.int({ description: 'Per cent of a full position.' }),
    ages: t.field({ description: 'The ages its work is for.', type: AgesInput }),
    summary: t.string({ description: 'What it is for.' }),
    municipalities: t.stringList({
      description: 'Slugs or numbers of the other municipalities it serves. The home’s to say.',
    }),
    reportsTo: t.field({ description: 'Whom it answers to.', type: [PostReportingInput] }),
    portfolio: t.field({ description: 'Its themes and tasks, in order.', type: [PortfolioItemInput] }),
  }),
})

defineActs<typeof CoordinatorPostState.$inferInput>({
  model: 'CoordinatorPost',
  owner: 'postId',
  parts: {
    versions: { model: 'PostVersion', columns: ['title', 'percent', 'ages', 'summary'], key: [], json: ['ages'] },
    participations: { model: 'PostParticipation', columns: ['municipalityId'], key: ['municipalityId'] },
    reportsTo: { model: 'PostReporting', columns: [], key: [], hasParties: true, isMany: true },
    portfolio: { model: 'PortfolioItem', columns: ['level', 'text'], key: ['text'], isOrdered: true },
  },
  one: 'a coordinator’s post',
  ref: CoordinatorPost,
  input: CoordinatorPostState,
  rules: CoordinatorPostRules,
  name: 'title',
  defaults: {},
  stateOf: async ({ title, percent, ages, summary, municipalities, reportsTo, portfolio }, references, home) => ({
    versions: said({ title, percent, summary, ages: checkedAges(ages) }),
    participations: await participationsOf(municipalities, home),
    reportsTo: eachOf(reportsTo, 'state.reportsTo', ({ parties }, at) => ({
      columns: {},
      parties: partiesOf(parties, references, `${at}.parties`),
    })),
    portfolio: portfolio?.map(({ level, text }) => ({ columns: { level: level ?? 1, text: text.trim() } })),
  }),
})
