import { Prisma, type Db } from '@samrad/db'
import { todayInOslo } from '../../as-of.ts'
import { builder, globalIdOf } from '../../builder.ts'
import { Viewer } from '../account/viewer.ts'
import { occursIn, spanIn, stageIn } from '../annual-task/rules.ts'

const NewsKind = builder.enumType('NewsKind', {
  description: 'What is new.',
  values: {
    POINT_DUE: { value: 'point_due', description: 'An action point of theirs is due within three days.' },
    POINT_OVERDUE: { value: 'point_overdue', description: 'An action point that they own or keep is overdue.' },
    MEETING_SOON: { value: 'meeting_soon', description: 'A meeting of theirs is within two days.' },
    AGENDA_PUBLISHED: { value: 'agenda_published', description: 'The agenda of a meeting of theirs is published.' },
    MINUTES_SENT: { value: 'minutes_sent', description: 'Minutes are sent to them for approval.' },
    MINUTES_PUBLISHED: { value: 'minutes_published', description: 'Minutes of a meeting of theirs are published.' },
    MINUTES_MISSING: {
      value: 'minutes_missing',
      description: 'Minutes that they keep are not published three days after the meeting, and again after seven.',
    },
    LIFT_WAITING: { value: 'lift_waiting', description: 'An issue was lifted to a body that they keep.' },
    LIFT_OVERDUE: { value: 'lift_overdue', description: 'The answer to a lifted issue is overdue, on either side.' },
    LIFT_ANSWERED: { value: 'lift_answered', description: 'An issue that they lifted or raised was answered.' },
    TASK_BEGINS: { value: 'task_begins', description: 'A task of the year begins.' },
    TASK_DUE: { value: 'task_due', description: 'A task of the year is due within two weeks.' },
    TASK_OVERDUE: { value: 'task_overdue', description: 'A task of the year is overdue.' },
    NOT_COMING: { value: 'not_coming', description: 'Somebody who is invited does not come themselves.' },
    NOBODY_COMES: {
      value: 'nobody_comes',
      description: 'Neither somebody who is invited comes nor who stands in for them.',
    },
    NOT_REACHED: {
      value: 'not_reached',
      description: 'A seat is invited and nobody can be written to for it: the keeper is to tell them.',
    },
    LETTER_FAILED: { value: 'letter_failed', description: 'A letter to somebody who is invited did not arrive.' },
  } as const,
})
type Kind = typeof NewsKind.$inferType

type Row = {
  kind: Kind
  /** What it is about and how far that has come: what was told once is not told again. */
  about: string
  title: string | null
  on: Date | null
  municipality: string | null
  body: string | null
  body_name: string | null
  meeting: string | null
  point: string | null
  issue: string | null
}

const News = builder.objectRef<Row>('News').implement({
  description: 'Something new that somebody is to be told.',
  fields: (t) => ({
    kind: t.expose('kind', { description: 'What.', type: NewsKind }),
    about: t.exposeString('about', { description: 'Names it, so that it is told once.' }),
    title: t.exposeString('title', {
      description: 'The action point, issue, task or function, in their own words; null for meetings and minutes.',
      nullable: true,
    }),
    on: t.expose('on', {
      description:
        'Of a meeting its day, of what is to be done when it is due, of an answer when it came; null for none.',
      type: 'Date',
      nullable: true,
    }),
    municipality: t.exposeString('municipality', {
      description: 'Slug of the municipality; null where it is one that they do not see.',
      nullable: true,
    }),
    body: t.exposeString('body', {
      description: 'Slug of the body; null for none, or one they do not see.',
      nullable: true,
    }),
    bodyName: t.exposeString('body_name', { description: 'What it is called; null for none.', nullable: true }),
    meeting: t.exposeString('meeting', {
      description: 'The meeting’s part of the address; null for none.',
      nullable: true,
    }),
    point: t.string({
      description: 'Id of the action point, which is also its part of the address; null for none.',
      nullable: true,
      resolve: ({ point }) => point && globalIdOf('ActionPoint', point),
    }),
    issue: t.exposeString('issue', { description: 'The issue’s part of the address; null for none.', nullable: true }),
  }),
})

const none = Prisma.sql`NULL`
type Columns = {
  kind: Kind
  about: Prisma.Sql
  title?: Prisma.Sql
  on?: Prisma.Sql
  point?: Prisma.Sql
  issue?: Prisma.Sql
  meeting?: Prisma.Sql
}

/** Columns of something new in a body that is joined as `body`, with its home as `municipality`. */
const columns = ({
  kind,
  about,
  title = none,
  on = none,
  meeting = none,
  point = none,
  issue = none,
}: Columns) => Prisma.sql`
  SELECT ${kind} AS kind, ${kind} || ':' || ${about} AS about, (${title})::text AS title, (${on})::date AS "on", municipality.slug AS municipality, body.slug AS body,
         (SELECT name FROM body_version AS version WHERE version.body_id = body.id
           ORDER BY valid_at(valid_from, valid_to, today_in_oslo()) DESC, valid_from DESC NULLS LAST LIMIT 1) AS body_name,
         (${meeting})::text AS meeting, (${point})::text AS point, (${issue})::text AS issue`
const home = Prisma.sql`JOIN municipality ON municipality.id = body.home_municipality_id`
const mine = Prisma.sql`body.id = ANY (viewer_ids('sees'))`
const kept = Prisma.sql`viewer_mends(body.home_municipality_id, body.id)`
const isAhead = (today: Date) => Prisma.sql`meeting.status = 'planned' AND meeting.held_on >= ${today}::date`
// Long ago is no news: who begins to use Samråd is not told of all that was.
const lately = (today: Date) => Prisma.sql`> ${today}::date - 60`

/** Everything there is to tell somebody on a day, in the order it is told in. */
function statements(today: Date): Prisma.Sql[] {
  const point = { title: Prisma.sql`point.text`, on: Prisma.sql`point.due_on`, point: Prisma.sql`point.id` }
  const pointOn = Prisma.sql`point.id || ':' || point.due_on`
  const meeting = { on: Prisma.sql`meeting.held_on`, meeting: Prisma.sql`meeting.slug` }
  const meetings = Prisma.sql`FROM meeting JOIN body ON body.id = meeting.body_id ${home}`
  const minutes = Prisma.sql`FROM minutes JOIN meeting ON meeting.id = minutes.meeting_id JOIN body ON body.id = meeting.body_id ${home}`
  const issue = { title: Prisma.sql`issue.title`, issue: Prisma.sql`issue.slug` }
  const lifts = Prisma.sql`FROM issue_move AS lift JOIN issue ON issue.id = issue_id JOIN municipality ON municipality.id = issue.home_municipality_id`
  const to = Prisma.sql`LEFT JOIN body ON body.id = lift.to_body_id`
  const bodyIs = (side: Prisma.Sql) => Prisma.sql`EXISTS (SELECT FROM body WHERE body.id = lift.${side} AND ${kept})`
  const [fromBody, toBody] = [Prisma.sql`from_body_id`, Prisma.sql`to_body_id`]
  const raised = Prisma.sql`EXISTS (SELECT FROM party WHERE party.fact_id = issue.id AND party.seat_id = ANY (viewer_ids('seats')))`
  const invited = Prisma.sql`FROM invitee JOIN meeting ON meeting.id = invitee.meeting_id JOIN body ON body.id = meeting.body_id ${home}`
  const who = Prisma.sql`COALESCE(invitee.guest, (SELECT role_title FROM seat WHERE seat.id = invitee.seat_id))`
  return [
    Prisma.sql`${columns({ kind: 'point_overdue', about: pointOn, ...point })}
      FROM action_point AS point LEFT JOIN body ON body.id = point.body_id LEFT ${home}
     WHERE point.state = 'open' AND point.due_on < ${today}::date AND point.due_on ${lately(today)} AND (viewer_owns_point(point.id) OR ${kept})`,
    Prisma.sql`${columns({ kind: 'point_due', about: pointOn, ...point })}
      FROM action_point AS point LEFT JOIN body ON body.id = point.body_id LEFT ${home}
     WHERE point.state = 'open' AND point.due_on BETWEEN ${today}::date AND ${today}::date + 3 AND viewer_owns_point(point.id)`,
    Prisma.sql`${columns({ kind: 'meeting_soon', about: Prisma.sql`meeting.id || ':' || meeting.held_on`, ...meeting })} ${meetings}
     WHERE ${isAhead(today)} AND meeting.held_on <= ${today}::date + 2 AND (${mine} OR ${kept})`,
    Prisma.sql`${columns({ kind: 'agenda_published', about: Prisma.sql`meeting.id`, ...meeting })} ${meetings}
     WHERE ${isAhead(today)} AND meeting.agenda_state = 'published' AND ${mine}`,
    Prisma.sql`${columns({ kind: 'minutes_sent', about: Prisma.sql`minutes.id`, ...meeting })} ${minutes}
     WHERE minutes.state = 'sent' AND meeting.held_on ${lately(today)} AND ${mine}`,
    Prisma.sql`${columns({ kind: 'minutes_published', about: Prisma.sql`minutes.id`, ...meeting })} ${minutes}
     WHERE minutes.state = 'published' AND meeting.held_on ${lately(today)} AND ${mine}`,
    Prisma.sql`${columns({ kind: 'minutes_missing', about: Prisma.sql`meeting.id || CASE WHEN meeting.held_on > ${today}::date - 7 THEN ':3' ELSE ':7' END`, ...meeting })} ${meetings}
     WHERE meeting.status IN ('planned', 'held') AND meeting.held_on <= ${today}::date - 3 AND meeting.held_on ${lately(today)} AND ${kept}
       AND NOT EXISTS (SELECT FROM minutes WHERE minutes.meeting_id = meeting.id AND minutes.state = 'published')`,
    Prisma.sql`${columns({ kind: 'lift_overdue', about: Prisma.sql`lift.id || ':' || lift.answer_by`, on: Prisma.sql`lift.answer_by`, ...issue })} ${lifts} ${to}
     WHERE lift.state = 'waiting' AND lift.answer_by < ${today}::date AND lift.answer_by ${lately(today)} AND (${bodyIs(toBody)} OR ${bodyIs(fromBody)})`,
    Prisma.sql`${columns({ kind: 'lift_waiting', about: Prisma.sql`lift.id`, on: Prisma.sql`lift.answer_by`, ...issue })} ${lifts} ${to}
     WHERE lift.state = 'waiting' AND lift.moved_on ${lately(today)} AND ${bodyIs(toBody)}`,
    Prisma.sql`${columns({ kind: 'lift_answered', about: Prisma.sql`lift.id`, on: Prisma.sql`lift.answered_on`, ...issue })} ${lifts} ${to}
     WHERE lift.state = 'answered' AND lift.answered_on ${lately(today)} AND (${bodyIs(fromBody)} OR ${raised})`,
    Prisma.sql`${columns({ kind: 'not_coming', about: Prisma.sql`invitee.id || ':' || invitee.answer || ':' || meeting.held_on`, title: who, ...meeting })} ${invited}
     WHERE ${isAhead(today)} AND invitee.answer IN ('substitute', 'not_coming') AND ${kept}`,
    Prisma.sql`${columns({ kind: 'nobody_comes', about: Prisma.sql`invitee.id || ':' || meeting.held_on`, title: who, ...meeting })} ${invited}
     WHERE ${isAhead(today)} AND invitee.stand_in = 'not_coming' AND ${kept}`,
    Prisma.sql`${columns({ kind: 'not_reached', about: Prisma.sql`invitee.id`, title: who, ...meeting })} ${invited}
     WHERE ${isAhead(today)} AND invitee.withdrawn_at IS NULL AND invitee.answer IS NULL AND ${kept}
       AND NOT EXISTS (SELECT FROM letter WHERE letter.invitee_id = invitee.id)`,
    Prisma.sql`${columns({ kind: 'letter_failed', about: Prisma.sql`letter.id`, title: who, ...meeting })} ${invited} JOIN letter ON letter.invitee_id = invitee.id
     WHERE letter.failed_at IS NOT NULL AND ${isAhead(today)} AND ${kept}`,
  ]
}

/** The tasks of the year that begin, are due soon or are late, in the municipalities somebody keeps. */
async function newsOfTasks(db: Db, today: Date): Promise<Row[]> {
  const [{ ids } = { ids: [] }] = await db.$queryRaw<{ ids: string[] }[]>`SELECT viewer_ids('writes')::text[] AS ids`
  const tasks = await db.annualTask.findMany({
    where: { municipalityId: { in: ids }, removedAt: null },
    include: { done: true, municipality: { select: { slug: true } } },
  })
  const year = today.getUTCFullYear()
  return tasks.flatMap((task) =>
    [year - 1, year].flatMap((of): Row[] => {
      const stage = stageIn(
        task,
        of,
        task.done.some((one) => one.year === of),
        today,
      )
      if (!occursIn(task, of) || (stage !== 'now' && stage !== 'overdue')) return []
      const { from, due } = spanIn(task, of)
      const isNear = due.getTime() - today.getTime() <= twoWeeks
      // What was late for long when it was entered, or was told of, is no news.
      if (stage === 'overdue' && today.getTime() - due.getTime() > 4 * twoWeeks) return []
      const kind = stage === 'overdue' ? 'task_overdue' : isNear ? 'task_due' : 'task_begins'
      if (kind === 'task_begins' && today.getTime() - from.getTime() > twoWeeks) return []
      const place = { municipality: task.municipality.slug, body: null, body_name: null }
      return [
        {
          kind,
          about: `${kind}:${task.id}:${of}`,
          title: task.title,
          on: due,
          ...place,
          meeting: null,
          point: null,
          issue: null,
        },
      ]
    }),
  )
}
const twoWeeks = 14 * 86_400_000
const mostOfAKind = 20

builder.objectFields(Viewer, (t) => ({
  news: t.field({
    description:
      'What there is to tell them that they were not told yet, 20 of a kind at most. What a letter has told is not news any more.',
    type: [News],
    complexity: { multiplier: 50 },
    resolve: async (_viewer, _args, { db, now }) => {
      const today = todayInOslo(now)
      const rows: Row[] = []
      for (const statement of statements(today))
        rows.push(
          ...(await db.$queryRaw<Row[]>`SELECT * FROM (${statement}) AS news
          WHERE NOT EXISTS (SELECT FROM told WHERE told.about = news.about) ORDER BY "on", about LIMIT ${mostOfAKind}`),
        )
      const told = await db.told.findMany({ where: { about: { startsWith: 'task_' } }, select: { about: true } })
      const known = new Set(told.map(({ about }) => about))
      return [...rows, ...(await newsOfTasks(db, today)).filter(({ about }) => !known.has(about))]
    },
  }),
}))
