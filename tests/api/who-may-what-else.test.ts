import { schemaFor } from '@samrad/api/schema'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDoor, type As } from '../support/ask.ts'
import { issueCases } from '../support/issue-rights.ts'
import { meetingCases } from '../support/meeting-rights.ts'
import { postCases } from '../support/post-rights.ts'
import { loadIntoProevebygd } from '../support/proevebygd.ts'
import { places as bodies, type Case, type Place, type There, type Versions } from '../support/rights.ts'
import { signInAs } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'
import { yearCases } from '../support/year-rights.ts'

const database = await openTestDatabase()
const desk = openDoor(database, 'admin')

/** Who asks: 9901 is the home, 3405 takes part in what is joint, 4601 has nothing to do with either. */
const kinds = [
  'anonymous',
  'without a role',
  'member',
  'leader',
  'coordinator',
  'coordinator next door',
  'coordinator far away',
  'operator',
] as const
type Kind = (typeof kinds)[number]
const viewers = {} as Record<Kind, As>
type Outcome = 'done' | 'FORBIDDEN' | 'NOT_FOUND' | 'UNAUTHENTICATED'

const there = {} as Record<Exclude<Place, 'random'>, There>

const own = ['internal', 'random'] as const
const random = (type: string) => idOf(type, crypto.randomUUID())
const idOf = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString('base64url')

/** Has the home's coordinator do something; returns what was asked of it. */
async function made(call: string, path: string): Promise<string> {
  const data = await desk.data<Record<string, unknown>>(`mutation { it: ${call} }`, {}, viewers['coordinator'])
  return path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], data['it']) as string
}
const holder = async (at: There | undefined): Promise<{ id: string; version: number }> => {
  if (!at) return { id: random('SeatHolder'), version: 1 }
  await database.owner.query('DELETE FROM fact WHERE seat_holder_id IS NOT NULL')
  await made(`takeSeat(seat: "${at.seat}", name: "Noen", from: { on: "2021-01-01" }) { id }`, 'id')
  const { rows } = await database.owner.query<{ id: string }>('SELECT id FROM seat_holder')
  return { id: idOf('SeatHolder', rows[0]?.id ?? ''), version: 1 }
}
const versionsOf = async (id: string) => {
  const asked = 'query ($id: ID!) { node(id: $id) { ... on Meeting { agendaVersion minutes { version } } } }'
  const { node } = await desk.data<{ node: Versions }>(asked, { id }, viewers['coordinator'])
  return node
}
const document = () => made('createDocument(municipality: "9901", state: { title: "x" }) { id }', 'id')
const citation = async (at: There | undefined) =>
  at ? made(`cite(thing: "${at.body}", document: "${await document()}") { id }`, 'id') : random('SourceReference')
const act = async (at: There | undefined) => {
  if (!at) return random('Act')
  const { rows } = await database.owner.query<{ version: number }>(
    `SELECT version FROM fact WHERE id = (SELECT id FROM body WHERE id::text = $1)`,
    [Buffer.from(at.body, 'base64url').toString().split(':')[1]],
  )
  await made(
    `correctBody(id: "${at.body}", version: ${rows[0]?.version}, state: { summary: "${crypto.randomUUID()}" }) { id }`,
    'id',
  )
  const { acts } = await desk.data<{ acts: { nodes: { id: string }[] } }>(
    'query ($id: ID!) { acts(filter: { object: $id }, first: 1) { nodes { id } } }',
    { id: at.body },
    viewers['coordinator'],
  )
  return acts.nodes[0]?.id ?? ''
}
const invitation = (at: There | undefined) =>
  at ? made('invite(kind: LEADER, municipality: "9901") { invitation { id } }', 'invitation.id') : random('Invitation')
async function role(at: There | undefined): Promise<string> {
  if (!at) return random('RoleGrant')
  const { accountId } = await signInAs(database, 'x', [{ kind: 'leader', municipality: '9901' }])
  const { rows } = await database.owner.query<{ id: string }>('SELECT id FROM role_grant WHERE account_id = $1', [
    accountId,
  ])
  return idOf('RoleGrant', rows[0]?.id ?? '')
}
const agreement = async (at: There | undefined) => {
  await database.owner.query('UPDATE sharing_agreement SET ended_at = now() WHERE ended_at IS NULL')
  return at ? made('shareWith(municipality: "9901", with: "0301") { id }', 'id') : random('SharingAgreement')
}
const key = async (at: There | undefined) =>
  at ? made('createApiKey(municipality: "9901", name: "x") { key { id } }', 'key.id') : random('ApiKey')

const cases: Record<string, Case> = {
  takeSeat: {
    whose: 'who takes part',
    where: bodies,
    call: async (at) => {
      await database.owner.query('DELETE FROM fact WHERE seat_holder_id IS NOT NULL')
      return `takeSeat(seat: "${at?.seat ?? random('Seat')}", name: "Noen") { id }`
    },
  },
  correctSeatHolder: {
    whose: 'who takes part',
    where: bodies,
    call: async (at) => {
      const { id, version } = await holder(at)
      return `correctSeatHolder(id: "${id}", version: ${version}, name: "En annen", visibility: INTERNAL) { id }`
    },
  },
  leaveSeat: {
    whose: 'who takes part',
    where: bodies,
    call: async (at) => {
      const { id, version } = await holder(at)
      return `leaveSeat(id: "${id}", version: ${version}, on: { on: "2024-01-01" }) { id }`
    },
  },
  removeSeatHolder: {
    whose: 'who takes part',
    where: bodies,
    call: async (at) => {
      const { id, version } = await holder(at)
      return `removeSeatHolder(id: "${id}", version: ${version}) { id }`
    },
  },
  ...meetingCases({ made, random, versionsOf }),
  ...issueCases({ made, random, versionsOf }),
  ...yearCases({ made, random, versionsOf }),
  ...postCases({ made, random, versionsOf }),
  cite: {
    whose: 'who takes part',
    isForShared: true,
    where: bodies,
    // A document that belongs to nobody, so that each of them may cite it.
    call: async (at) => {
      const { rows } = await database.owner.query<{ id: string }>(
        `INSERT INTO source_document (id, slug, title) VALUES (gen_random_uuid(), gen_random_uuid()::text, 'x') RETURNING id`,
      )
      const cited = idOf('SourceDocument', rows[0]?.id ?? '')
      // It is seen by what cites it.
      await database.owner.query(
        `INSERT INTO source_reference (id, fact_id, document_id, position)
           SELECT gen_random_uuid(), id, $1, 0 FROM body WHERE slug = 'public'`,
        [rows[0]?.id],
      )
      return `cite(thing: "${at?.body ?? random('Body')}", document: "${cited}") { id }`
    },
  },
  removeCitation: {
    whose: 'who takes part',
    isForShared: true,
    where: bodies,
    call: async (at) => `removeCitation(id: "${await citation(at)}")`,
  },
  undoAct: {
    whose: 'who takes part',
    isForShared: true,
    where: bodies,
    call: async (at) => `undoAct(id: "${await act(at)}") { id }`,
  },
  correctDocument: {
    whose: 'the home',
    where: own,
    call: async (at) =>
      `correctDocument(id: "${at ? await document() : random('SourceDocument')}", version: 1, state: { title: "y" }) { id }`,
  },
  withdrawInvitation: {
    whose: 'roles',
    where: own,
    call: async (at) => `withdrawInvitation(id: "${await invitation(at)}") { id }`,
  },
  endRole: { whose: 'roles', where: own, call: async (at) => `endRole(id: "${await role(at)}") { id }` },
  endSharing: { whose: 'the home', where: own, call: async (at) => `endSharing(id: "${await agreement(at)}") { id }` },
  endApiKey: { whose: 'the home', where: own, call: async (at) => `endApiKey(id: "${await key(at)}") { id }` },
}

/** What names a municipality instead of a thing: who does not keep it is told so, whether it is theirs to see or not. */
const inMunicipality: Record<string, { call: string; operator: Outcome }> = {
  createBody: { call: 'createBody(municipality: "9901", state: { name: "x" }) { id }', operator: 'FORBIDDEN' },
  createArea: { call: 'createArea(municipality: "9901", state: { name: "x" }) { id }', operator: 'FORBIDDEN' },
  createScheme: { call: 'createScheme(municipality: "9901", state: { name: "x" }) { id }', operator: 'FORBIDDEN' },
  createArena: { call: 'createArena(municipality: "9901", state: { title: "x" }) { id }', operator: 'FORBIDDEN' },
  createCoordinatorPost: {
    call: 'createCoordinatorPost(municipality: "9901", state: { title: "x" }) { id }',
    operator: 'FORBIDDEN',
  },
  createOrganisation: {
    call: 'createOrganisation(municipality: "9901", state: { name: "x" }) { id }',
    operator: 'FORBIDDEN',
  },
  createDocument: { call: 'createDocument(municipality: "9901", state: { title: "x" }) { id }', operator: 'FORBIDDEN' },
  createApiKey: { call: 'createApiKey(municipality: "9901", name: "x") { token }', operator: 'FORBIDDEN' },
  addSchoolBreak: {
    call: 'addSchoolBreak(municipality: "9901", schoolBreak: { name: "x", from: "2027-02-22" }) { id }',
    operator: 'FORBIDDEN',
  },
  addAnnualTasks: {
    call: 'addAnnualTasks(municipality: "9901", tasks: [{ title: "x", fromMonth: 1, toMonth: 2 }]) { id }',
    operator: 'FORBIDDEN',
  },
  shareWith: { call: 'shareWith(municipality: "9901", with: "4601") { id }', operator: 'FORBIDDEN' },
  // Operators appoint coordinators; the other roles are the municipality's to give.
  invite: { call: 'invite(kind: LEADER, municipality: "9901") { token }', operator: 'FORBIDDEN' },
}

/** What anybody may, each on their own behalf; tested where it is described. */
const onOnesOwn = [
  'beginSignIn',
  'finishSignIn',
  'signOut',
  'acceptInvitation',
  'makeCalendarFeed',
  'endCalendarFeed',
  'answerLetter',
  'endLetters',
  'setPostWish',
  'confirmAddress',
]

/** The rights as a person would say them; nothing here is read from the code. */
function expected(kind: Kind, place: Place, { whose, isForShared }: Case): Outcome {
  if (kind === 'anonymous') return 'UNAUTHENTICATED'
  if (kind === 'operator' && whose === 'roles') return 'NOT_FOUND'
  if (kind === 'operator' && isForShared) return place === 'public' ? 'FORBIDDEN' : 'NOT_FOUND'
  const mayRaise = whose === 'who sits there' && (kind === 'member' || kind === 'leader')
  // In the table it is nobody’s; that a member reports their own is tested with action points.
  if (whose === 'who owns it' && kind === 'member') return place === 'internal' ? 'FORBIDDEN' : 'NOT_FOUND'
  if (whose === 'who is invited' && kind === 'member') return 'NOT_FOUND'
  if (!kind.startsWith('coordinator') && !mayRaise) return 'FORBIDDEN'
  if (place === 'random') return 'NOT_FOUND'
  if (kind === 'leader' || (kind === 'member' && place === 'internal')) return 'done'
  if (kind === 'coordinator') return 'done'
  if (place === 'joint' && kind === 'coordinator next door')
    return ['who takes part', 'who sits there', 'who owns it', 'who is invited'].includes(whose) ? 'done' : 'FORBIDDEN'
  return place === 'public' ? 'FORBIDDEN' : 'NOT_FOUND'
}

// A meeting, a holder and an act of a public body are internal until they are published.
const hiddenInPublic = new Set([
  'correctSeatHolder',
  'leaveSeat',
  'removeSeatHolder',
  'correctMeeting',
  'setMeetingVisibility',
  'moveMeeting',
  'cancelMeeting',
  'restoreMeeting',
  'recordMeetingHeld',
  'recordAttendance',
  'inviteToMeeting',
  'remindInvitees',
  'withdrawInvitee',
  'answerInvitation',
  'addAgendaItem',
  'addStandingItems',
  'addProposedItems',
  'correctAgendaItem',
  'removeAgendaItem',
  'orderAgenda',
  'publishAgenda',
  'closeAgenda',
  'withdrawAgenda',
  'writeMinutes',
  'sendMinutes',
  'takeMinutesBack',
  'approveMinutes',
  'publishMinutes',
  'withdrawMinutes',
  'addToMinutes',
  'correctActionPoint',
  'closeActionPoint',
  'reportActionPointDone',
  'reopenActionPoint',
  'removeActionPoint',
  'undoAct',
  ...Object.keys(cases).filter((name) => /Issues?$|Lift$|IssueVisibility$/.test(name) && name !== 'raiseIssue'),
])

beforeAll(async () => {
  const body = (place: Place) => ({
    key: place,
    name: place,
    from: '2020-01-01',
    visibility: place === 'public' ? 'public' : 'internal',
    ...(place === 'joint' ? { municipalities: [{ municipality: { number: '3405' } }] } : {}),
    seats: [{ role: 'Medlem', attachment: 'member' }],
    standingItems: [{ items: ['Siden sist'] }],
  })
  await loadIntoProevebygd(database, { bodies: [body('internal'), body('public'), body('joint')] })
  const { rows } = await database.owner.query<{ body: string; seat: string; place: Exclude<Place, 'random'> }>(
    'SELECT body.id AS body, seat.id AS seat, slug AS place FROM body JOIN seat ON seat.body_id = body.id',
  )
  for (const row of rows) there[row.place] = { body: idOf('Body', row.body), seat: idOf('Seat', row.seat) }
  const coordinator = (municipality: string) => [{ kind: 'coordinator' as const, municipality }]
  viewers['anonymous'] = {}
  viewers['without a role'] = await signInAs(database, 'x')
  viewers['member'] = await signInAs(database, 'x', [
    { kind: 'member', seatId: rows.find(({ place }) => place === 'internal')?.seat ?? '' },
  ])
  viewers['leader'] = await signInAs(database, 'x', [{ kind: 'leader', municipality: '9901' }])
  viewers['coordinator'] = await signInAs(database, 'x', coordinator('9901'))
  viewers['coordinator next door'] = await signInAs(database, 'x', coordinator('3405'))
  viewers['coordinator far away'] = await signInAs(database, 'x', coordinator('4601'))
  viewers['operator'] = await signInAs(database, 'x', [{ kind: 'operator' }])
})

const countActs = async () => Number((await database.owner.query('SELECT count(*) AS count FROM act')).rows[0].count)

async function outcomeOf(kind: Kind, call: string): Promise<{ outcome: string; acts: number }> {
  const before = await countActs()
  const { errors } = await desk.answer(`mutation { ${call} }`, {}, viewers[kind])
  return { outcome: errors[0]?.extensions.code ?? 'done', acts: (await countActs()) - before }
}

async function wrong(name: string, kind: Kind, place: Place): Promise<string[]> {
  const one = cases[name] as Case
  const call = await one.call(place === 'random' ? undefined : there[place])
  const { outcome, acts } = await outcomeOf(kind, call)
  const said = expected(kind, place, one)
  const wanted =
    said === 'FORBIDDEN' &&
    place === 'public' &&
    hiddenInPublic.has(name) &&
    (kind.startsWith('coordinator') || (one.isForShared && kind === 'operator'))
      ? 'NOT_FOUND'
      : said
  return outcome === wanted && acts === Number(wanted === 'done')
    ? []
    : [`${name} by ${kind} on ${place}: ${outcome} with ${acts} acts, not ${wanted}`]
}

it('every mutation there is has its table of who may', () => {
  const all = Object.keys(schemaFor('admin').getMutationType()?.getFields() ?? {})
  const keptActs =
    /^(change|correct|end|restore|set)(Area|Organisation|Scheme|CoordinatorPost|Body|Arena)(Visibility)?$/
  const tabled = new Set([...Object.keys(cases), ...Object.keys(inMunicipality), ...onOnesOwn])
  expect(all.filter((name) => !keptActs.test(name) && !tabled.has(name))).toEqual([])
})

describe.each(Object.keys(cases))('%s', (name) => {
  it('is done or refused as the rights say, wherever it is', async () => {
    const found: string[] = []
    for (const kind of kinds)
      for (const place of cases[name]?.where ?? []) found.push(...(await wrong(name, kind, place)))
    expect(found).toEqual([])
  })
})

describe.each(Object.entries(inMunicipality))('%s', (name, { call, operator }) => {
  it('is for the coordinators of that municipality', async () => {
    const found: string[] = []
    for (const kind of kinds) {
      if (name === 'shareWith')
        await database.owner.query('UPDATE sharing_agreement SET ended_at = now() WHERE ended_at IS NULL')
      const wanted =
        kind === 'anonymous'
          ? 'UNAUTHENTICATED'
          : kind === 'coordinator'
            ? 'done'
            : kind === 'operator'
              ? operator
              : 'FORBIDDEN'
      const { outcome, acts } = await outcomeOf(kind, call)
      if (outcome !== wanted || acts !== Number(wanted === 'done')) found.push(`${kind}: ${outcome} with ${acts} acts`)
    }
    expect(found).toEqual([])
  })
})

it('would be found wrong if a row filter on writing were dropped', async () => {
  await database.owner.query('CREATE POLICY leak ON meeting FOR SELECT TO samrad_signed_in USING (true)')
  try {
    expect(await wrong('correctMeeting', 'coordinator far away', 'internal')).not.toEqual([])
  } finally {
    await database.owner.query('DROP POLICY leak ON meeting')
  }
})
