import { startJobs } from '@samrad/api/post/jobs'
import { PgBoss } from 'pg-boss'
import { pino } from 'pino'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openDoor } from '../support/ask.ts'
import { meetingsOf } from '../support/meetings.ts'
import { courierOf, openPostOffice, origins, tokenIn } from '../support/post.ts'
import { hidden, loadIntoProevebygd } from '../support/proevebygd.ts'
import { signInAs, type SignedIn } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const desk = openDoor(database, 'admin')
const open = openDoor(database, 'open')
const post = await openPostOffice()
const dayInMs = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * dayInMs).toISOString().slice(0, 10)

/** A Tuesday at ten that no holiday is near, on which news are asked for as of today all the same. */
const tuesday = new Date('2027-03-09T09:00:00Z')
let clock = tuesday
const courier = courierOf(database, { open, admin: desk }, post.url, () => clock)

let coordinator: SignedIn
let member: SignedIn
let body: string
let other: string
const meetings = meetingsOf(desk, () => coordinator)

beforeAll(async () => {
  const seats = [{ role: 'Rektor', attachment: 'member' }]
  await loadIntoProevebygd(database, {
    bodies: [
      { key: 'raadet', name: 'Rådet', visibility: 'internal', seats },
      { key: 'annet', name: `Et ${hidden}`, visibility: 'internal', seats },
    ],
  })
  coordinator = await signInAs(database, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
  const { rows } = await database.owner.query<{ id: string }>(
    "SELECT seat.id FROM seat JOIN body ON body.id = body_id WHERE slug = 'raadet'",
  )
  member = await signInAs(database, 'Medlem', [{ kind: 'member', seatId: rows[0]?.id ?? '' }])
  const bodyOf = async (slug: string) =>
    (
      await desk.data<{ body: { id: string } }>(
        'query ($slug: String!) { body(municipality: "9901", slug: $slug) { id } }',
        { slug },
        coordinator,
      )
    ).body.id
  ;[body, other] = await Promise.all([bodyOf('raadet'), bodyOf('annet')])
})

// Each test is another day of a life without earlier ones.
beforeEach(async () => {
  clock = tuesday
  post.taken()
  await database.owner.query(
    'TRUNCATE post_wish, told, letter, letter_link; DELETE FROM fact WHERE meeting_id IS NOT NULL OR action_point_id IS NOT NULL; DELETE FROM annual_task',
  )
  await emails({ coordinator: 'koordinator@kommune.example', member: 'rektor@skole.example' })
})
const emails = async (of: { coordinator: string | null; member: string | null }) => {
  for (const [account, email] of [
    [coordinator, of.coordinator],
    [member, of.member],
  ] as const)
    await database.owner.query('UPDATE account SET email = $2 WHERE id = $1', [account.accountId, email])
}
/** Looks through everybody’s news; what was sent, by whom it went to. */
const morning = async () => {
  for (const { account_id: id } of await courier.readers()) await courier.tell(id)
  return Object.fromEntries(post.taken().map((mail) => [mail.envelopeTo[0] ?? '', mail]))
}
const tomorrow = () => (clock = new Date(clock.getTime() + dayInMs))
const addPoint = (point: object, of = body) =>
  desk.data<{ addActionPoint: { id: string } }>(
    'mutation ($body: ID!, $point: ActionPointInput!) { addActionPoint(body: $body, point: $point) { id } }',
    { body: of, point },
    coordinator,
  )
const rector = 'rektor@skole.example'
const keeper = 'koordinator@kommune.example'

describe('a digest', () => {
  it('is not sent when there is nothing new', async () => {
    expect(await morning()).toEqual({})
    // Nor is it looked for again that day.
    expect(await courier.readers()).toEqual([])
  })

  it('tells what is new once, to those whom it concerns, each as they see it', async () => {
    const owners = [{ seat: await seatOf(body) }]
    const { addActionPoint: point } = await addPoint({ text: 'Lag oversikt', dueOn: inDays(-2), owners })
    await addPoint({ text: `${hidden} punkt`, dueOn: inDays(-2) }, other)
    await meetings.done('createMeeting', { body, state: { heldOn: inDays(1), startsAt: '09:00' } })
    await meetings.done('createMeeting', { body: other, state: { heldOn: inDays(1) } })
    const told = await morning()
    expect(told[rector]?.subject).toBe('Samråd: 2 nyheter')
    expect(told[rector]?.text).toContain('Fristen er ute: Lag oversikt')
    // Where the desk has it.
    expect(told[rector]?.text).toContain(`${origins.admin}/kommune/proevebygd/organ/raadet/oppfolging/${point.id}`)
    expect(told[rector]?.text).toContain(`${origins.admin}/kommune/proevebygd/organ/raadet/moter/${inDays(1)}`)
    expect(told[rector]?.text).not.toContain(hidden)
    expect(told[keeper]?.text).toContain(`${hidden} punkt`)
    tomorrow()
    expect(await morning()).toEqual({})
  })

  it('reminds of minutes that are not published after three days, and again after seven', async () => {
    await emails({ coordinator: keeper, member: null })
    await meetings.done('createMeeting', { body, state: { heldOn: inDays(-3) } })
    await meetings.done('createMeeting', { body, state: { heldOn: inDays(-2) } })
    expect((await morning())[keeper]?.text?.match(/er ikke publisert/g)).toHaveLength(1)
    await database.owner.query('UPDATE meeting SET held_on = held_on - 4')
    tomorrow()
    expect((await morning())[keeper]?.text?.match(/er ikke publisert/g)).toHaveLength(2)
    await database.owner.query('UPDATE meeting SET held_on = held_on - 10')
    tomorrow()
    expect(await morning()).toEqual({
      [keeper]: expect.objectContaining({ subject: 'Samråd: én nyhet' }) as object,
    })
    tomorrow()
    expect(await morning()).toEqual({})
  })

  it('reminds of the tasks of the year', async () => {
    const month = new Date().getMonth() + 1
    await desk.data(
      'mutation ($tasks: [AnnualTaskInput!]!) { addAnnualTasks(municipality: "9901", tasks: $tasks) { id } }',
      { tasks: [{ title: 'Årsrapport', fromMonth: month, toMonth: month }] },
      coordinator,
    )
    const told = await morning()
    expect(told[keeper]?.text).toMatch(/(Nå i årshjulet|Frist i årshjulet): Årsrapport/)
    expect(told[keeper]?.text).toContain(`${origins.admin}/kommune/proevebygd/arshjul`)
    expect(told[rector]).toBeUndefined()
    tomorrow()
    expect(await morning()).toEqual({})
  })
})

const seatOf = async (of: string) =>
  (
    await desk.data<{ node: { seats: { id: string }[] } }>(
      'query ($id: ID!) { node(id: $id) { ... on Body { seats { id } } } }',
      { id: of },
      coordinator,
    )
  ).node.seats[0]?.id ?? ''
const wish = (given: object, as = member) =>
  desk.answer(
    `mutation ($email: String, $rhythm: DigestRhythm!, $quietFrom: Int!, $quietUntil: Int!, $language: LetterLanguage!) {
       setPostWish(email: $email, rhythm: $rhythm, quietFrom: $quietFrom, quietUntil: $quietUntil, language: $language) { rhythm } }`,
    { rhythm: 'DAILY', quietFrom: 20, quietUntil: 7, language: 'NB', ...given },
    as,
  )
const soon = () => meetings.done('createMeeting', { body, state: { heldOn: inDays(1) } })

describe('who is written to', () => {
  it('says how often, in which hours and in which language', async () => {
    await emails({ coordinator: null, member: rector })
    await soon()
    await wish({ rhythm: 'WEEKLY', language: 'NN' })
    expect(await morning()).toEqual({})
    clock = new Date('2027-03-15T04:00:00Z')
    expect(await morning()).toEqual({})
    clock = new Date('2027-03-15T09:00:00Z')
    expect((await morning())[rector]?.text).toContain('Nytt i Samråd måndag')
  })

  it('is written to where they want when whoever reads that says that it is theirs', async () => {
    await emails({ coordinator: null, member: rector })
    await soon()
    await wish({ email: 'Annen@sted.example' })
    for (const id of await courier.due()) await courier.send(id)
    const [asked] = post.taken()
    expect(asked?.envelopeTo).toEqual(['annen@sted.example'])
    expect(Object.keys(await morning())).toEqual([rector])
    const confirm = () =>
      desk.data('mutation ($token: String!) { confirmAddress(token: $token) }', {
        token: /bekreft\/([\w-]+)/.exec(asked?.text ?? '')?.[1],
      })
    expect(await confirm()).toEqual({ confirmAddress: true })
    tomorrow()
    await addPoint({ text: 'Nytt', dueOn: inDays(1), owners: [{ seat: await seatOf(body) }] })
    expect(Object.keys(await morning())).toEqual(['annen@sted.example'])
    await wish({ email: 'tredje@sted.example' })
    expect(await confirm()).toEqual({ confirmAddress: false })
  })

  it.each([
    [{ quietFrom: 24 }, { quietFrom: 'invalid' }],
    [{ quietUntil: -1 }, { quietUntil: 'invalid' }],
  ])('is told what is no hour: %j', async (given, fields) => {
    expect((await wish(given)).errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields })
  })

  it('is not written to on holidays, at weekends or at night', async () => {
    await soon()
    for (const quiet of ['2027-03-13T10:00:00Z', '2027-05-17T10:00:00Z', '2027-03-09T22:00:00Z']) {
      clock = new Date(quiet)
      expect(await morning()).toEqual({})
    }
  })

  it('ends it with the link in it, as a person or by the one click of a mail program', async () => {
    await soon()
    const { [rector]: mail } = await morning()
    const header = mail?.headers.get('list') as { unsubscribe?: { url: string } } | undefined
    const token = tokenIn(mail as NonNullable<typeof mail>)
    expect(header?.unsubscribe?.url).toBe(`${origins.api}/avmelding/${token}`)
    await desk.data('mutation ($token: String!) { endLetters(token: $token) }', { token })
    const { viewer } = await desk.data<{ viewer: object }>('{ viewer { postWish { rhythm } } }', {}, member)
    expect(viewer).toEqual({ postWish: { rhythm: 'NEVER' } })
    tomorrow()
    await addPoint({ text: 'Nytt', dueOn: inDays(1), owners: [{ seat: await seatOf(body) }] })
    expect(Object.keys(await morning())).not.toContain(rector)
  })

  it('is told tomorrow of what the post office would not take', async () => {
    await emails({ coordinator: null, member: rector })
    await soon()
    post.refuse(550)
    expect(await morning()).toEqual({})
    post.refuse(null)
    tomorrow()
    expect(Object.keys(await morning())).toEqual([rector])
  })

  it('has no session left behind by being told', async () => {
    const count = async () => (await database.owner.query('SELECT FROM session')).rowCount
    const before = await count()
    await soon()
    await morning()
    expect(await count()).toBe(before)
  })
})

describe('the jobs', () => {
  it('carry letters and news from a queue in the database, each once for however many processes', async () => {
    const real = courierOf(database, { open, admin: desk }, post.url, () => clock)
    const log = pino({ level: 'silent' })
    const [one, another] = [await startJobs(database.url, real, log), await startJobs(database.url, real, log)]
    const boss = new PgBoss({
      connectionString: database.url,
      schema: 'samrad_jobs',
      supervise: false,
      schedule: false,
    })
    try {
      await boss.start()
      await soon()
      for (let times = 0; times < 3; times++) await boss.send('gather', null)
      await vi.waitFor(() => expect(post.mails.length).toBeGreaterThan(1), { timeout: 20_000, interval: 100 })
      const { id } = await soon()
      await desk.data(
        'mutation ($id: ID!, $seat: ID!) { inviteToMeeting(meeting: $id, seats: [$seat]) { id } }',
        { id, seat: await seatOf(body) },
        coordinator,
      )
      for (let times = 0; times < 3; times++) await boss.send('collect', null)
      await vi.waitFor(() => expect(post.mails.length).toBeGreaterThan(2), { timeout: 20_000, interval: 100 })
    } finally {
      await Promise.all([one.stop(), another.stop(), boss.stop()])
    }
    expect(post.mails.flatMap(({ envelopeTo }) => envelopeTo).toSorted()).toEqual([keeper, rector, rector])
    const { rows } = await database.owner.query("SELECT FROM samrad_jobs.job WHERE data::text ~ '@'")
    expect(rows).toEqual([])
  })
})
