import { newId, type Db } from '@samrad/db'
import { AttendanceRules, faultsOf } from '@samrad/schema'
import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { ApiError, badInput } from '../../errors.ts'
import { notFound, takeVersion } from '../../register/acts.ts'
import { partyValue, PartyInput, versionDescription } from '../../register/inputs.ts'
import type { PartyValue } from '../../register/parts.ts'
import { addParties, identitiesOf, identityOf, partiesAsWritten } from '../../register/party-rows.ts'
import { References } from '../../register/references.ts'
import { AgendaItem } from '../meeting/agenda-item.ts'
import { keepMeeting, known } from '../meeting/keep.ts'
import { Meeting } from '../meeting/meeting.ts'
import { minutesToWrite } from '../minutes/keep.ts'
import { Attendance, Presence } from './attendance.ts'

const AttendanceInput = builder.inputType('AttendanceInput', {
  description: 'Whether somebody came: one who is on the list already by `id` and `version`, another by `who`.',
  fields: (t) => ({
    id: t.globalID({ description: 'Who is on the list already.', for: Attendance }),
    version: t.int({ description: `${versionDescription} Needed with \`id\`.` }),
    who: t.field({ description: 'Who is not on it yet: a seat or another function, never a name.', type: PartyInput }),
    presence: t.field({
      description: 'Whether they came; left out, they are taken off the list.',
      type: Presence,
    }),
    missed: t.globalIDList({
      description: 'Items of the agenda that they were not there for. Only of those who came.',
      for: AgendaItem,
    }),
  }),
})
type Given = typeof AttendanceInput.$inferInput
type Row = {
  path: string
  id: string | undefined
  version: number
  who: PartyValue | undefined
  presence: NonNullable<Given['presence']> | null
  missed: string[]
}

/** What was given, one row per somebody. */
async function readInput(given: readonly Given[], db: Db): Promise<Row[]> {
  const faults: Record<string, string> = faultsOf(AttendanceRules, { rows: given }) ?? {}
  const references = new References()
  const rows = given.map(({ id, version, who, presence, missed }, nth) => {
    const path = `rows.${nth}`
    if (!id === !who) faults[path] ??= 'exactly_one'
    if (id && version == null) faults[`${path}.version`] ??= 'required'
    const value = who ? partyValue(who, references, `${path}.who`) : undefined
    const came = presence === 'present' || presence === 'substitute'
    return {
      path,
      id: id?.id,
      version: version ?? 0,
      who: value,
      presence: presence ?? null,
      missed: came ? [...new Set((missed ?? []).map((item) => item.id))] : [],
    }
  })
  if (Object.keys(faults).length) throw badInput(faults)
  await references.assertUsable(db)
  return rows
}

async function listed(minutesId: string, db: Db) {
  const rows = await db.attendance.findMany({
    where: { minutesId },
    select: {
      id: true,
      fact: { select: { version: true, parties: partiesAsWritten } },
    },
  })
  return rows.map(({ id, fact: { version, parties } }) => ({ id, version, identity: identitiesOf(parties).join() }))
}

builder.mutationField('recordAttendance', (t) =>
  t.prismaField({
    description:
      'Says who came to a meeting, until its minutes are approved; who says it first begins the minutes. Those who are not named stay as they are. CONFLICT, with the present version, when somebody else has said it since.',
    authScopes: { can: 'register:mend' },
    type: Meeting,
    args: {
      meeting: t.arg.globalID(known.id),
      rows: t.arg({ description: 'Those it is said of.', type: [AttendanceInput], required: true }),
    },
    resolve: async (query, _root, { meeting: { id: meetingId }, rows: asked }, context) => {
      const { db } = context
      const recorded = { id: meetingId, kind: 'record_attendance', right: 'register:mend' } as const
      await keepMeeting(recorded, context, async () => {
        const rows = await readInput(asked, db)
        const minutesId = await minutesToWrite({ id: meetingId }, 'meeting', db)
        const present = await listed(minutesId, db)
        await assertItems(meetingId, rows, db)
        for (const row of rows) await record(row, minutesId, present, context)
      })
      return db.meeting.findUniqueOrThrow({ ...query, where: { id: meetingId } })
    },
  }),
)

/** Throws `BAD_USER_INPUT` for what is no item of the meeting. */
async function assertItems(meetingId: string, rows: readonly Row[], db: Db): Promise<void> {
  const agenda = await db.agendaItem.findMany({ where: { meetingId }, select: { id: true } })
  const ids = new Set(agenda.map(({ id }) => id))
  const wrong = rows.filter(({ missed }) => missed.some((id) => !ids.has(id)))
  if (wrong.length) throw badInput(Object.fromEntries(wrong.map(({ path }) => [`${path}.missed`, 'not_found'])))
}

type Listed = Awaited<ReturnType<typeof listed>>

/** Says it of one of them. `present` is the list as it is, and follows what is done. */
async function record(
  { path, id, version, who, presence, missed }: Row,
  minutesId: string,
  present: Listed,
  { db }: Context,
): Promise<void> {
  const already = who && present.find(({ identity }) => identity === identityOf(who))
  // Somebody else put them on the list first.
  if (already) throw new ApiError('CONFLICT', 'They are on the list already.', { version: already.version })
  if (id && !present.some((one) => one.id === id)) throw notFound()
  if (id) await takeVersion(db, id, version)
  if (id && !presence) return void (await db.fact.deleteMany({ where: { id } }))
  if (!presence) throw badInput({ [`${path}.presence`]: 'required' })
  const attendanceId = id ?? newId()
  if (who) {
    await db.attendance.createMany({ data: [{ id: attendanceId, minutesId, presence }] })
    await db.fact.createMany({ data: [{ id: attendanceId, attendanceId }] })
    await addParties(attendanceId, [who], db)
    present.push({ id: attendanceId, version: 1, identity: identityOf(who) })
  } else {
    await db.attendance.updateMany({ where: { id: attendanceId }, data: { presence } })
    await db.missedItem.deleteMany({ where: { attendanceId, agendaItemId: { notIn: missed } } })
  }
  await db.missedItem.createMany({
    data: missed.map((agendaItemId) => ({ id: newId(), attendanceId, agendaItemId })),
    skipDuplicates: true,
  })
}
