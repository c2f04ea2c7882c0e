import { newId } from '@samrad/db'
import { hashOf, newToken } from '../../auth/token.ts'
import { builder, globalIdOf } from '../../builder.ts'
import { ApiError } from '../../errors.ts'
import { Viewer } from '../account/viewer.ts'
import { MeetingStatus } from '../meeting/meeting.ts'

type FeedMeeting = {
  id: string
  slug: string
  held_on: Date
  starts_at: string | null
  ends_at: string | null
  status: typeof MeetingStatus.$inferType
  place: string | null
  round: string | null
  sequence: number
  revised_at: Date
  body_slug: string
  body_name: string
  municipality_slug: string
}

const FeedMeetingRef = builder.objectRef<FeedMeeting>('FeedMeeting').implement({
  description: 'A meeting as a calendar of one’s own tells of it: when and where, and nothing of what it is about.',
  fields: (t) => ({
    id: t.id({ description: 'Id of the meeting.', resolve: ({ id }) => globalIdOf('Meeting', id) }),
    slug: t.exposeString('slug', { description: 'Its part of the address within the body.' }),
    heldOn: t.expose('held_on', { description: 'The day, in Norway.', type: 'Date' }),
    startsAt: t.exposeString('starts_at', {
      description: 'Norwegian time of day; null when not known.',
      nullable: true,
    }),
    endsAt: t.exposeString('ends_at', { description: 'Norwegian time of day; null when not known.', nullable: true }),
    status: t.expose('status', { description: 'What became of it.', type: MeetingStatus }),
    place: t.exposeString('place', { description: 'Where; null when not known.', nullable: true }),
    round: t.exposeString('round', { description: 'Label of the round it is in; null for none.', nullable: true }),
    sequence: t.exposeInt('sequence', { description: 'SEQUENCE of iCalendar.' }),
    revisedAt: t.string({
      description: 'When anything about it was last changed: a time in ISO 8601, UTC.',
      resolve: ({ revised_at }) => revised_at.toISOString(),
    }),
    bodySlug: t.exposeString('body_slug', { description: 'The body’s part of the address.' }),
    bodyName: t.exposeString('body_name', { description: 'What the body is called.' }),
    municipalitySlug: t.exposeString('municipality_slug', { description: 'The home of the body.' }),
  }),
})

builder.queryField('calendarFeed', (t) =>
  t.field({
    description:
      'The meetings of whoever has the secret address of a calendar: of the bodies they sit in, or, for who leads or keeps a municipality, of those it takes part in; from some four hundred days ago on, 2,000 at most. Null when the address is no longer one.',
    authScopes: { can: 'own:account' },
    complexity: { multiplier: 50 },
    type: [FeedMeetingRef],
    nullable: true,
    args: { token: t.arg.string({ description: 'What makeCalendarFeed gave.', required: true }) },
    resolve: async (_root, { token }, { db }) => {
      const hash = hashOf(token)
      const [known] = await db.$queryRaw<{ known: boolean }[]>`SELECT is_calendar_feed(${hash}) AS known`
      if (!known?.known) return null
      return db.$queryRaw<FeedMeeting[]>`SELECT * FROM meetings_of_feed(${hash})`
    },
  }),
)

builder.objectField(Viewer, 'calendarFeedMadeAt', (t) =>
  t.string({
    description:
      'When the secret address of their calendar was made: a time in ISO 8601, UTC; null when there is none.',
    nullable: true,
    resolve: async ({ account }, _args, { db }) => {
      const feed = await db.calendarFeed.findUnique({
        where: { accountId: (account as { id: string }).id },
        select: { madeAt: true },
      })
      return feed?.madeAt.toISOString() ?? null
    },
  }),
)

const signedIn = () => new ApiError('UNAUTHENTICATED', 'Sign in first.')

builder.mutationField('makeCalendarFeed', (t) =>
  t.string({
    description:
      'Makes the secret address of one’s calendar: returns its token, which is shown this once. One that was there before is none any more.',
    authScopes: { can: 'own:account' },
    resolve: async (_root, _args, { db, viewer }) => {
      const accountId = viewer.account?.id
      if (!accountId) throw signedIn()
      const token = newToken()
      await db.calendarFeed.deleteMany({ where: { accountId } })
      await db.calendarFeed.createMany({ data: [{ id: newId(), accountId, tokenHash: hashOf(token) }] })
      return token
    },
  }),
)

builder.mutationField('endCalendarFeed', (t) =>
  t.boolean({
    description: 'Ends the secret address of one’s calendar, at once. True also when there is none.',
    authScopes: { can: 'own:account' },
    resolve: async (_root, _args, { db, viewer }) => {
      const accountId = viewer.account?.id
      if (!accountId) throw signedIn()
      await db.calendarFeed.deleteMany({ where: { accountId } })
      return true
    },
  }),
)
