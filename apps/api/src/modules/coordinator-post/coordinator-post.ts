import type { Ages as AgesValue } from '@samrad/schema'
import { Ages } from '../../ages.ts'
import { builder, open } from '../../builder.ts'
import { factFields, versionedFields } from '../../fact-fields.ts'
import { dated, during, held, inVersion, ofVersion, versionAt } from '../../in-force.ts'
import { keptFields } from '../../kept-fields.ts'
import { partiesField } from '../../parties-field.ts'
import { Municipality } from '../municipality/municipality.ts'

const PortfolioItem = builder.prismaObject('PortfolioItem', {
  ...open('A theme or task of a coordinator’s post.'),
  select: { id: true },
  fields: (t) => ({
    level: t.exposeInt('level', open('1, or 2 for what stands under the level 1 before it.')),
    text: t.exposeString('text', open('What, in the municipality’s own words.')),
    ...factFields(t),
  }),
})

const PostReporting = builder.prismaObject('PostReporting', {
  ...open('Whom a post answers to.'),
  select: { id: true },
  fields: (t) => ({ parties: partiesField(t, 'Whom it answers to.'), ...factFields(t) }),
})

const PostVersion = builder.prismaObject('PostVersion', {
  ...open('What a post was called and how large it was, for as long as all of it was the same.'),
  select: { id: true },
  fields: (t) => ({
    title: t.exposeString('title', open('Its title.')),
    percent: t.exposeInt('percent', { ...open('Per cent of a full position; null when not known.'), nullable: true }),
    ...factFields(t),
  }),
})

export const CoordinatorPost = builder.prismaNode('CoordinatorPost', {
  ...open('The position of an SLT coordinator. A function, not a person.'),
  id: { field: 'id' },
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    slug: t.exposeString('slug', open('Its key, unique within its home municipality.')),
    title: t.string({
      ...open('Title as of the date.'),
      ...ofVersion('title'),
    }),
    percent: t.int({
      ...open('Per cent of a full position; null when not known.'),
      nullable: true,
      ...ofVersion('percent'),
    }),
    ages: t.field({
      ...open('The ages its work is for; null when not stated.'),
      type: Ages,
      nullable: true,
      select: inVersion('ages'),
      resolve: ({ versions }, _args, { asOf }) => versionAt(versions, asOf).ages as AgesValue | null,
    }),
    summary: t.string({
      ...open('What it is for; null when nothing is said.'),
      nullable: true,
      ...ofVersion('summary'),
    }),
    municipality: t.relation('homeMunicipality', open('The municipality that employs.')),
    municipalities: t.field({
      ...open('The municipalities it serves on the date, the home’s included.'),
      type: [Municipality],
      select: (_args, _context, nested) => ({
        ...dated,
        participations: { select: { ...dated, municipality: nested() } },
      }),
      resolve: (post, _args, { asOf }) =>
        during(post, post.participations, asOf).map(({ municipality }) => municipality),
    }),
    reportsTo: t.field({
      ...open('Whom it answers to on the date.'),
      type: [PostReporting],
      ...held('reportsTo'),
    }),
    portfolio: t.field({
      ...open('Its themes and tasks on the date, in order.'),
      type: [PortfolioItem],
      ...held('portfolio', { orderBy: { position: 'asc' } }),
    }),
    versions: t.relation('versions', { ...open('Its forms through time, whatever the date.'), type: PostVersion }),
    ...versionedFields(t),
    ...keptFields(t),
  }),
})
