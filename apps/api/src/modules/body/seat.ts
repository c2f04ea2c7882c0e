import { builder, globalIdOf, open } from '../../builder.ts'
import { factFields } from '../../fact-fields.ts'
import { held } from '../../in-force.ts'
import { Visibility } from '../../visibility.ts'

export const Attachment = builder.enumType('Attachment', {
  ...open('How a seat is tied to its body.'),
  values: {
    BY_AGREEMENT: { value: 'by_agreement', description: 'Member by the agreement of the parties.' },
    MEMBER: { value: 'member', description: 'Member, where the source mentions no agreement.' },
    STANDING_INVITATION: {
      value: 'standing_invitation',
      description: 'Invited to every meeting without being a member.',
    },
    ON_DEMAND: { value: 'on_demand', description: 'Called in when there is need.' },
    GUEST: { value: 'guest', description: 'Guest at single items or meetings.' },
  },
})

export const SeatQuantity = builder.enumType('SeatQuantity', {
  ...open('How many a seat stands for.'),
  values: {
    ONE: { value: 'one', description: 'One.' },
    ALL: { value: 'all', description: 'All of a kind: every school’s head.' },
    SOME: { value: 'some', description: 'Some of a kind: chosen heads of schools.' },
  },
})

export const SeatHolder = builder.prismaObject('SeatHolder', {
  ...open('Who holds a seat, where the municipality publishes it.'),
  select: { id: true },
  fields: (t) => ({
    id: t.id({ description: 'Permanent id.', resolve: ({ id }) => globalIdOf('SeatHolder', id) }),
    name: t.exposeString('name', open('Name.')),
    visibility: t.expose('visibility', { description: 'Who sees the name.', type: Visibility }),
    version: t.int({
      description: 'Counts the acts on it. Who changes it says which version they saw.',
      select: { fact: { select: { version: true } } },
      resolve: ({ fact }) => fact.version,
    }),
    ...factFields(t),
  }),
})

export const Seat = builder.prismaNode('Seat', {
  ...open('A place in a body, by function. The role comes before the person.'),
  id: { field: 'id' },
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    roleTitle: t.exposeString('roleTitle', open('The role, in the municipality’s own words.')),
    groupTitle: t.exposeString('groupTitle', {
      ...open('The heading the source puts it under; null when there is none.'),
      nullable: true,
    }),
    organisation: t.relation('organisation', {
      ...open('The organisation it belongs to; null when not known or when you may not see it.'),
      nullable: true,
    }),
    attachment: t.expose('attachment', { ...open('How it is tied to the body.'), type: Attachment }),
    quantity: t.expose('quantity', { ...open('How many it stands for.'), type: SeatQuantity }),
    body: t.relation('body', open('The body it is a place in.')),
    holders: t.field({
      ...open('Who holds it on the date. Empty when nobody does or the municipality does not publish it.'),
      type: [SeatHolder],
      ...held('holders'),
    }),
    allHolders: t.relation('holders', {
      description: 'Who holds it, held it or will, the latest first, whatever the date.',
      type: SeatHolder,
      query: { orderBy: [{ validFrom: 'desc' }, { id: 'asc' }] },
    }),
    ...factFields(t),
  }),
})
