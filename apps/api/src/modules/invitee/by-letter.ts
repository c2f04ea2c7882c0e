import { faultsOf, InviteRules } from '@samrad/schema'
import { hashOf } from '../../auth/token.ts'
import { builder } from '../../builder.ts'
import { badInput } from '../../errors.ts'
import { notFound } from '../../register/acts.ts'
import { MeetingStatus } from '../meeting/meeting.ts'
import { InvitationAnswer, LetterTo, StandIn } from './invitee.ts'

type Opened = {
  to: typeof LetterTo.$inferType
  held_on: Date
  starts_at: string | null
  ends_at: string | null
  place: string | null
  status: typeof MeetingStatus.$inferType
  body_name: string
  municipality_name: string
  seat: string | null
  guest: string | null
  item: number | null
  answer: typeof InvitationAnswer.$inferType | null
  stand_in: typeof StandIn.$inferType | null
  note: string | null
  is_over: boolean
}

const LetterInvitation = builder.objectRef<Opened>('LetterInvitation').implement({
  description: 'What the link of a letter tells of a meeting: when and where, and nothing of what it is about.',
  fields: (t) => ({
    to: t.expose('to', { description: 'Whom the letter went to.', type: LetterTo }),
    heldOn: t.expose('held_on', { description: 'The day, in Norway.', type: 'Date' }),
    startsAt: t.exposeString('starts_at', {
      description: 'Norwegian time of day; null when not known.',
      nullable: true,
    }),
    endsAt: t.exposeString('ends_at', { description: 'Norwegian time of day; null when not known.', nullable: true }),
    place: t.exposeString('place', { description: 'Where; null when not known.', nullable: true }),
    status: t.expose('status', { description: 'What became of it.', type: MeetingStatus }),
    bodyName: t.exposeString('body_name', { description: 'What the body is called.' }),
    municipalityName: t.exposeString('municipality_name', { description: 'What its home is called.' }),
    who: t.string({
      description: 'The seat or function that is invited.',
      resolve: ({ seat, guest }) => seat ?? guest ?? '',
    }),
    item: t.exposeInt('item', {
      description: 'Number of the item a guest is invited under; null for the whole.',
      nullable: true,
    }),
    answer: t.expose('answer', {
      description: 'What was answered; null when nothing is.',
      type: InvitationAnswer,
      nullable: true,
    }),
    standIn: t.expose('stand_in', {
      description: 'What who stands in answered; null when nobody is asked.',
      type: StandIn,
      nullable: true,
    }),
    note: t.exposeString('note', {
      description: 'What was added by this letter; null when nothing, or by another.',
      nullable: true,
    }),
    isOver: t.exposeBoolean('is_over', { description: 'Whether it is too late to answer, or taken back.' }),
  }),
})

const token = { description: 'From the link in the letter.', required: true } as const

builder.queryField('letterInvitation', (t) =>
  t.field({
    description: 'The invitation that a letter brought; null when there is none by that link.',
    authScopes: { can: 'own:account' },
    type: LetterInvitation,
    nullable: true,
    args: { token: t.arg.string(token) },
    resolve: async (_root, { token }, { db }) => {
      const [found] = await db.$queryRaw<Opened[]>`SELECT * FROM invitation_of(${hashOf(token)})`
      return found ?? null
    },
  }),
)

builder.mutationField('answerLetter', (t) =>
  t.boolean({
    description:
      'Answers the invitation that a letter brought, without signing in. Who stands in answers for themselves; the answer of the seat stays. Refused when the meeting is over or cancelled, the invitation taken back, or nobody needed to stand in.',
    authScopes: { can: 'own:account' },
    args: {
      token: t.arg.string(token),
      answer: t.arg({ description: 'What.', type: InvitationAnswer, required: true }),
      note: t.arg.string({ description: 'What they add. At most 500 characters.' }),
    },
    resolve: async (_root, { token, answer, note }, { db }) => {
      const faults = faultsOf(InviteRules, { seats: [], guests: [], note })
      if (faults) throw badInput(faults)
      const hash = hashOf(token)
      const [found] = await db.$queryRaw<Opened[]>`SELECT * FROM invitation_of(${hash})`
      if (!found) throw notFound()
      const [{ became } = { became: 'is_over' }] = await db.$queryRaw<{ became: string }[]>`
        SELECT answer_by_letter(${hash}, ${answer}::invitation_answer, ${note?.trim() || null}) AS became`
      if (became !== 'taken') throw badInput({ answer: became })
      return true
    },
  }),
)

const EndableLetters = builder.enumType('EndableLetters', {
  description: 'Letters that whoever has one of them can end.',
  values: {
    NEWS: { value: 'news', description: 'The news of somebody.' },
    INVITATIONS: { value: 'invitations', description: 'Invitations that go to an address for a seat.' },
  } as const,
})

builder.queryField('endableLetters', (t) =>
  t.field({
    description: 'What endLetters would end; null for nothing.',
    authScopes: { can: 'own:account' },
    type: EndableLetters,
    nullable: true,
    args: { token: t.arg.string(token) },
    resolve: async (_root, { token }, { db }) => {
      const [found] = await db.$queryRaw<{ kind: typeof EndableLetters.$inferType | null }[]>`
        SELECT letters_ended_by(${hashOf(token)}) AS kind`
      return found?.kind ?? null
    },
  }),
)

builder.mutationField('endLetters', (t) =>
  t.boolean({
    description:
      'Ends what a letter is one of, without signing in: somebody’s news, or invitations to an address of a seat. False when it is nothing that can be ended.',
    authScopes: { can: 'own:account' },
    args: { token: t.arg.string(token) },
    resolve: async (_root, { token }, { db }) => {
      const [{ ended } = { ended: false }] = await db.$queryRaw<{ ended: boolean }[]>`
        SELECT COALESCE(end_letters(${hashOf(token)}), false) AS ended`
      return ended
    },
  }),
)
