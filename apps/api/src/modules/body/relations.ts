import type { Cadence as CadenceValue } from '@samrad/schema'
import { builder, open } from '../../builder.ts'
import { Cadence } from '../../cadence.ts'
import { factFields } from '../../fact-fields.ts'
import { partiesField } from '../../parties-field.ts'

export const FunctionKind = builder.enumType('BodyFunctionKind', {
  ...open('What a body is for. One body may have several.'),
  values: {
    POLITIRAAD: { value: 'politiraad', description: 'Politiråd: the formal forum of municipality and police.' },
    STYRINGSGRUPPE: { value: 'styringsgruppe', description: 'Styringsgruppe: steers the SLT work.' },
    KOORDINERINGSGRUPPE: {
      value: 'koordineringsgruppe',
      description: 'Koordineringsgruppe: coordinates the services.',
    },
    ARBEIDSGRUPPE: { value: 'arbeidsgruppe', description: 'Arbeidsgruppe: a working group.' },
    UNGDOMSTEAM: {
      value: 'ungdomsteam',
      description: 'Ungdomsteam: discusses trends among the young, never single cases.',
    },
    PROSJEKTGRUPPE: { value: 'prosjektgruppe', description: 'Prosjektgruppe: a project.' },
    BEREDSKAPSGRUPPE: {
      value: 'beredskapsgruppe',
      description: 'Beredskapsgruppe: preparedness, for example against hate crime.',
    },
    KJERNEGRUPPE: {
      value: 'kjernegruppe',
      description: 'Kjernegruppe: treats single cases, which are never recorded here.',
    },
    DIALOGFORUM: { value: 'dialogforum', description: 'Dialogforum: for dialogue with associations and communities.' },
    GRENSEGRUPPE: { value: 'grensegruppe', description: 'Grensegruppe: across a national border.' },
    NETTVERK: { value: 'nettverk', description: 'Nettverk: a network of peers.' },
    OTHER: { value: 'other', description: 'Anything else.' },
  },
})

export const DutyKind = builder.enumType('DutyKind', {
  ...open('What somebody does for a body. Leading, chairing and keeping the secretariat are three things.'),
  values: {
    LEADS: { value: 'leads', description: 'Leads it.' },
    DEPUTISES: { value: 'deputises', description: 'Leads in the leader’s absence.' },
    CHAIRS_MEETINGS: { value: 'chairs_meetings', description: 'Chairs its meetings.' },
    SECRETARY: { value: 'secretary', description: 'Is its secretary.' },
    SECRETARIAT: { value: 'secretariat', description: 'Keeps its secretariat.' },
    CONVENES: { value: 'convenes', description: 'Calls its meetings.' },
  },
})

export const BodyFunction = builder.prismaObject('BodyFunction', {
  ...open('That a body has a function.'),
  select: { id: true },
  fields: (t) => ({ kind: t.expose('kind', { ...open('Which.'), type: FunctionKind }), ...factFields(t) }),
})

export const BodyLevel = builder.prismaObject('BodyLevel', {
  ...open('That a body stands on a level of a scheme.'),
  select: { id: true },
  fields: (t) => ({ level: t.relation('level', open('Which.')), ...factFields(t) }),
})

export const BodyParticipation = builder.prismaObject('BodyParticipation', {
  ...open('That a municipality takes part in a body.'),
  select: { id: true },
  fields: (t) => ({ municipality: t.relation('municipality', open('Which.')), ...factFields(t) }),
})

export const BodyReporting = builder.prismaObject('BodyReporting', {
  ...open('What a body reports to: another body or, where the source says so, a post or role.'),
  select: { id: true },
  fields: (t) => ({
    child: t.relation('body', open('The body that reports.')),
    parent: t.relation('parent', {
      ...open('The body it reports to; null when it reports to a party, or when you may not see it.'),
      nullable: true,
    }),
    parties: partiesField(t, 'Whom it reports to when that is not a body.'),
    ...factFields(t),
  }),
})

export const BodyReplacement = builder.prismaObject('BodyReplacement', {
  ...open('That a body took the place of others.'),
  select: { id: true },
  fields: (t) => ({ parties: partiesField(t, 'What it replaced.'), ...factFields(t) }),
})

export const MoveDirection = builder.enumType('MoveDirection', {
  ...open('Which way an issue is lifted.'),
  values: {
    UP: { value: 'up', description: 'To a level above.' },
    DOWN: { value: 'down', description: 'To a level below.' },
    ACROSS: { value: 'across', description: 'To another body of the same level, or of another municipality.' },
    OUT: {
      value: 'out',
      description: 'Out of the structure: to a post, an organisation, the agenda of a line meeting.',
    },
  } as const,
})

export const BodyLiftRoute = builder.prismaObject('BodyLiftRoute', {
  ...open('To whom issues are lifted from a body when they cannot be solved there, as it was agreed.'),
  select: { id: true },
  fields: (t) => ({
    direction: t.expose('direction', { ...open('Which way.'), type: MoveDirection }),
    parties: partiesField(t, 'To whom.'),
    note: t.exposeString('note', { ...open('Which issues go this way; null for all.'), nullable: true }),
    ...factFields(t),
  }),
})

export const BodyDuty = builder.prismaObject('BodyDuty', {
  ...open('That somebody does something for a body: one or more parties together.'),
  select: { id: true },
  fields: (t) => ({
    kind: t.expose('kind', { ...open('What they do.'), type: DutyKind }),
    parties: partiesField(t, 'Who.'),
    body: t.relation('body', open('For which body.')),
    ...factFields(t),
  }),
})

export const BodyCadence = builder.prismaObject('BodyCadence', {
  ...open('How often a body meets.'),
  select: { id: true },
  fields: (t) => ({
    cadence: t.field({
      ...open('How often.'),
      type: Cadence,
      select: { cadence: true },
      resolve: ({ cadence }) => cadence as CadenceValue,
    }),
    ...factFields(t),
  }),
})

export const StandingItem = builder.prismaObject('StandingItem', {
  ...open('An item that is on every agenda of a body.'),
  select: { id: true },
  fields: (t) => ({
    text: t.exposeString('text', open('The item, in the municipality’s own words.')),
    ...factFields(t),
  }),
})

builder.prismaObject('MandateClause', {
  ...open('One point of a mandate.'),
  select: { id: true },
  fields: (t) => ({
    position: t.exposeInt('position', open('Order, from 0.')),
    text: t.exposeString('text', open('In the words of the source.')),
  }),
})

export const Mandate = builder.prismaObject('Mandate', {
  ...open('What a body is to do.'),
  select: { id: true },
  fields: (t) => ({
    title: t.exposeString('title', { ...open('Its heading; null when there is none.'), nullable: true }),
    clauses: t.relation('clauses', { ...open('Its points, in order.'), query: { orderBy: { position: 'asc' } } }),
    body: t.relation('body', open('The body it was given to.')),
    heldBy: t.relation('heldBy', {
      ...open('The body it has been moved to; null when it has not been moved, or when you may not see that body.'),
      nullable: true,
    }),
    ...factFields(t),
  }),
})
