import { builder } from '../../builder.ts'
import { AgendaItem } from '../meeting/agenda-item.ts'
import { Meeting } from '../meeting/meeting.ts'
import { Seat } from '../body/seat.ts'

export const InvitationAnswer = builder.enumType('InvitationAnswer', {
  description: 'What was answered for somebody who is invited to a meeting.',
  values: {
    COMING: { value: 'coming', description: 'They come.' },
    SUBSTITUTE: { value: 'substitute', description: 'Somebody comes in their place.' },
    NOT_COMING: { value: 'not_coming', description: 'Nobody comes.' },
  } as const,
})

export const StandIn = builder.enumType('StandIn', {
  description: 'How far it has come with who stands in for a seat.',
  values: {
    ASKED: { value: 'asked', description: 'They are asked.' },
    COMING: { value: 'coming', description: 'One of them comes.' },
    NOT_COMING: { value: 'not_coming', description: 'They do not come either.' },
  } as const,
})

const LetterKind = builder.enumType('LetterKind', {
  description: 'What a letter to somebody who is invited says.',
  values: {
    INVITATION: { value: 'invitation', description: 'That they are invited.' },
    REMINDER: { value: 'reminder', description: 'That they have not answered.' },
    MOVED: { value: 'moved', description: 'That the meeting was moved.' },
    CANCELLED: { value: 'cancelled', description: 'That the meeting was cancelled.' },
    RESTORED: { value: 'restored', description: 'That the meeting is on after all.' },
    WITHDRAWN: { value: 'withdrawn', description: 'That they are not invited any more.' },
    CONFIRMED: { value: 'confirmed', description: 'That they come in somebody’s place, as they said.' },
    ADDRESS: { value: 'address', description: 'Whether an address is theirs; never to somebody who is invited.' },
    DIGEST: { value: 'digest', description: 'News; never to somebody who is invited.' },
  } as const,
})

export const LetterTo = builder.enumType('LetterTo', {
  description: 'Whom post to a seat reaches: the first of these that there are.',
  values: {
    HOLDER: { value: 'holder', description: 'Whoever has the seat as a role in Samråd.' },
    SEAT: { value: 'seat', description: 'An address of the seat.' },
    SUBSTITUTE: { value: 'substitute', description: 'Who stands in.' },
    GUEST: { value: 'guest', description: 'A guest, by the address that was given.' },
    SELF: { value: 'self', description: 'Somebody about what is theirs.' },
  } as const,
})

export const Letter = builder.prismaObject('Letter', {
  description: 'A letter that is to be sent, or was. What it says is not kept.',
  select: { id: true },
  fields: (t) => ({
    kind: t.expose('kind', { description: 'What it says.', type: LetterKind }),
    to: t.expose('to', { description: 'Whom it goes to.', type: LetterTo }),
    sentAt: t.string({
      description: 'When it was sent: a time in ISO 8601, UTC; null when it is not yet.',
      nullable: true,
      select: { sentAt: true },
      resolve: ({ sentAt }) => sentAt?.toISOString() ?? null,
    }),
    failure: t.exposeString('failure', {
      description: 'The code by which the post office refused it for good, such as `550`; null when it did not.',
      nullable: true,
    }),
  }),
})

export const Invitee = builder.prismaNode('Invitee', {
  description: 'Somebody who is invited to a meeting: a seat, or a guest.',
  id: { field: 'id' },
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    seat: t.relation('seat', { description: 'The seat; null for a guest.', type: Seat, nullable: true }),
    guest: t.exposeString('guest', { description: 'The function of a guest; null for a seat.', nullable: true }),
    email: t.exposeString('email', {
      description: 'Where post to a guest goes; null for a seat, and 90 days after the meeting.',
      nullable: true,
    }),
    item: t.relation('agendaItem', {
      description: 'The item a guest is invited under; null for the whole meeting.',
      type: AgendaItem,
      nullable: true,
    }),
    answer: t.expose('answer', {
      description: 'What was answered; null when nothing is yet, or the meeting was moved since.',
      type: InvitationAnswer,
      nullable: true,
    }),
    note: t.exposeString('note', {
      description: 'What they added; null when nothing, and 90 days after the meeting.',
      nullable: true,
    }),
    standIn: t.expose('standIn', {
      description: 'How far it has come with who stands in; null when nobody is asked.',
      type: StandIn,
      nullable: true,
    }),
    standInNote: t.exposeString('standInNote', {
      description: 'What who stands in added; null when nothing, and 90 days after the meeting.',
      nullable: true,
    }),
    isWithdrawn: t.boolean({
      description: 'Whether the invitation was taken back.',
      select: { withdrawnAt: true },
      resolve: ({ withdrawnAt }) => withdrawnAt !== null,
    }),
    letters: t.relation('letters', {
      description: 'What was written to them, the first first; nothing for who does not keep the body.',
      type: Letter,
      query: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
      complexity: { multiplier: 4 },
    }),
  }),
})

builder.prismaObjectField(Meeting, 'invitees', (t) =>
  t.relation('invitees', {
    description: 'Who is invited, the first invited first: all of them for who keeps the body, else one’s own seats.',
    type: Invitee,
    query: { orderBy: [{ invitedAt: 'asc' }, { id: 'asc' }] },
    complexity: { multiplier: 15 },
  }),
)
