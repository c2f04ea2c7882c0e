import { keyId, type Db } from '@samrad/db'
import { addressLetter, digestLetter, invitationLetter, type InvitationLetter, type SaidNews } from '@samrad/mail'
import { todayInOslo } from '../as-of.ts'
import { hashOf, newToken } from '../auth/token.ts'
import { globalIdOf } from '../builder.ts'
import { holidaysIn } from '../modules/planning/holidays.ts'
import { letterOf, type Opened, type OpenedInvitation, type Origins } from './opened-letter.ts'
import { NotTaken, type PostOffice } from './post-office.ts'
import { hoursOfQuiet, isDayOfNews, isQuiet, isUrgent, usualQuiet, type Quiet } from './rules.ts'

/** Asks one of the doors, as whoever the token lets in; throws when it is not answered. */
export type Ask = <Data>(query: string, variables?: Record<string, unknown>, token?: string) => Promise<Data>

export type CourierSettings = {
  /** Opens and settles letters. */
  db: Db
  /** Makes the short session by which the news of somebody are read as they see them. */
  porter: Db
  openDoor: Ask
  adminDoor: Ask
  postOffice: PostOffice
  /** The address letters come from. */
  from: string
  origins: Origins
  clock?: () => Date
}

/** Whose news are to be looked through. */
export type Reader = {
  account_id: string
  email: string
  rhythm: 'daily' | 'weekly'
  quiet_from: number
  quiet_until: number
  language: string
}

const osloHour = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', hour: '2-digit', hourCycle: 'h23' })
const minuteInMs = 60_000
const hourInMs = 60 * minuteInMs
const tryAgainAfterMs = 10 * minuteInMs

const asNotTaken = (error: unknown): NotTaken => {
  if (error instanceof NotTaken) return error
  throw error
}

/** Writes what is to be sent when it is sent, with what is true then, and hands it to the post office. */
export function createCourier(settings: CourierSettings) {
  const { db, porter, openDoor, adminDoor, postOffice, from, origins, clock = () => new Date() } = settings
  const oneClick = (token: string) => `${origins.api}/avmelding/${token}`
  const hour = () => Number(osloHour.format(clock()))

  return {
    /** Ids of the letters that are due, the longest due first, 500 at most. */
    async due(): Promise<string[]> {
      const rows = await db.$queryRaw<{ id: string }[]>`SELECT letters_due(${clock()})::text AS id`
      return rows.map(({ id }) => id)
    },

    /**
     * Sends a letter, unless it is not to be sent any more. It is put off when its reader has quiet hours, or when the
     * post office does not take it now; returns the code of the latter.
     */
    async send(id: string): Promise<string | null> {
      const token = newToken()
      const opened = await open(id, hashOf(token))
      if (!opened) return null
      if (isQuietFor(opened)) {
        await putOff(id, hoursOfQuiet(quietOf(opened), hour()) * hourInMs, null)
        return null
      }
      const letter = { ...(await written(opened, token)), id, to: opened.email }
      try {
        await postOffice.post(letter)
      } catch (error) {
        const { code, isForGood } = asNotTaken(error)
        if (isForGood) await settle(id, code)
        else await putOff(id, tryAgainAfterMs, code)
        return code
      }
      await settle(id, null)
      return null
    },

    /** Those whose news are to be looked through now. */
    async readers(): Promise<Reader[]> {
      const today = todayInOslo(clock())
      const isHoliday = (day: Date) => holidaysIn(day.getUTCFullYear()).has(day.toISOString().slice(0, 10))
      const rows = await db.$queryRaw<Reader[]>`SELECT * FROM readers_of_news(${today}::date)`
      return rows.filter(
        ({ rhythm, quiet_from, quiet_until }) =>
          !isQuiet({ from: quiet_from, until: quiet_until }, hour()) && isDayOfNews(rhythm, today, isHoliday),
      )
    },

    /** Writes to one of the readers of what is new to them; nothing when nothing is. Throws when the post office does not take it now. */
    async tell(reader: string): Promise<void> {
      const found = (await this.readers()).find(({ account_id }) => account_id === reader)
      if (!found) return
      const today = todayInOslo(clock())
      const day = today.toISOString().slice(0, 10)
      const news = await newsOf(reader)
      // The same letter, however often it is tried that day.
      const id = news.length ? keyId('letter', reader, day) : null
      const isTold = id !== null && (await sendNews(id, found, news, day))
      const abouts = isTold ? news.map(({ about }) => about) : []
      await db.$queryRaw`SELECT settle_news(${reader}::uuid, ${today}::date, ${isTold ? id : null}::uuid, ${abouts}::text[])::text`
    },

    /** Forgets what is of no use any more. */
    async tidy(): Promise<void> {
      await db.$queryRaw`SELECT forget_old_post()::text`
    },
  }

  /** Whether the post office took it; whoever is not there is told tomorrow. */
  async function sendNews(id: string, { account_id, email, language }: Reader, news: SaidNews[], day: string) {
    const token = newToken()
    await db.$queryRaw`SELECT begin_news(${id}::uuid, ${account_id}::uuid, ${hashOf(token)})::text`
    const desk = origins.admin + (language === 'nb' ? '' : `/${language}`)
    const at = { desk, wishes: `${desk}/min-side/varsler`, end: `${desk}/varsler/${token}` }
    const written = digestLetter(news, language, day, at)
    try {
      await postOffice.post({ ...written, id, to: email, replyTo: null, endAt: oneClick(token) })
      return true
    } catch (error) {
      if (!asNotTaken(error).isForGood) throw error
      return false
    }
  }

  async function settle(id: string, why: string | null): Promise<void> {
    await db.$queryRaw`SELECT settle_letter(${id}::uuid, ${why})::text`
  }
  async function putOff(id: string, ms: number, why: string | null): Promise<void> {
    await db.$queryRaw`SELECT put_off_letter(${id}::uuid, ${new Date(clock().getTime() + ms)}, ${why})::text`
  }

  async function open(id: string, hash: string): Promise<Opened | null> {
    const [row] = await db.$queryRaw<{ opened: Opened | null }[]>`SELECT open_letter(${id}::uuid, ${hash}) AS opened`
    return row?.opened ?? null
  }

  function quietOf(opened: Opened): Quiet {
    return ('quiet' in opened ? opened.quiet : null) ?? usualQuiet
  }
  /** Who has just typed an address waits for the letter. */
  function isQuietFor(opened: Opened): boolean {
    if (opened.kind === 'address' || !isQuiet(quietOf(opened), hour())) return false
    return !isUrgent(new Date(opened.held_on), todayInOslo(clock()))
  }

  /** What a letter says, and what stands on its envelope beside whom it is to. */
  async function written(opened: Opened, token: string) {
    if (opened.kind === 'address') {
      const { language } = opened
      const at = `${origins.admin}${language === 'nb' ? '' : `/${language}`}/varsler/bekreft/${token}`
      return { ...addressLetter(language, at), replyTo: null, endAt: null }
    }
    const isEndable = opened.to === 'seat' || opened.to === 'substitute'
    const agenda = opened.visibility === 'public' ? await agendaOf(opened) : []
    const letter = invitationLetter(letterOf(opened, agenda, token, { from, origins }))
    return { ...letter, replyTo: opened.keeper, endAt: isEndable ? oneClick(token) : null }
  }

  /** The agenda as everybody may read it: a letter lies where nobody knows who reads it. */
  async function agendaOf({ meeting_id }: OpenedInvitation): Promise<InvitationLetter['agenda']> {
    type Found = { node: { agenda: InvitationLetter['agenda'] } | null }
    const { node } = await openDoor<Found>(
      'query Courier_Agenda($id: ID!) { node(id: $id) { ... on Meeting { agenda { number title } } } }',
      { id: globalIdOf('Meeting', meeting_id) },
    )
    return node?.agenda ?? []
  }

  /** What is new to somebody, as they themselves see it: asked with a session of theirs, of a minute. */
  async function newsOf(accountId: string): Promise<(SaidNews & { about: string })[]> {
    const token = newToken()
    const expiresAt = new Date(Date.now() + minuteInMs)
    const session = { id: crypto.randomUUID(), accountId, tokenHash: hashOf(token), expiresAt }
    await porter.session.create({ data: session, select: { id: true } })
    try {
      const { viewer } = await adminDoor<{ viewer: { news: (SaidNews & { about: string })[] } | null }>(
        `query Courier_News { viewer { news { kind about title on municipality body bodyName meeting point issue } } }`,
        {},
        token,
      )
      return viewer?.news ?? []
    } finally {
      await porter.session.deleteMany({ where: { id: session.id } })
    }
  }
}
export type Courier = ReturnType<typeof createCourier>
