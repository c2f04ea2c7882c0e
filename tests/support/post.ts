import { createCourier } from '@samrad/api/post/courier'
import { askerOf } from '@samrad/api/post/asker'
import { smtpPostOffice } from '@samrad/api/post/post-office'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll } from 'vitest'
import type { openDoor } from './ask.ts'
import type { TestDatabase } from './test-database.ts'

export type Mail = ParsedMail & { envelopeTo: string[] }

/** A post office that speaks SMTP and keeps what it is given. `refuse` makes it answer with a code instead. */
export async function openPostOffice() {
  const mails: Mail[] = []
  let refusal: number | null = null
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => {
      done(refusal ? Object.assign(new Error('not here'), { responseCode: refusal }) : null)
    },
    onData: (stream, { envelope }, done) => {
      simpleParser(stream).then(
        (mail) => {
          mails.push({ ...mail, envelopeTo: envelope.rcptTo.map(({ address }) => address) } as Mail)
          done()
        },
        (error: Error) => done(error),
      )
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const { port } = server.server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    /** What came since this was asked last. */
    taken: () => mails.splice(0),
    refuse: (code: number | null) => (refusal = code),
  }
}

export const origins = {
  admin: 'https://desk.example',
  portal: 'https://portal.example',
  api: 'https://api.example',
}

type Doors = { open: ReturnType<typeof openDoor>; admin: ReturnType<typeof openDoor> }

/** A courier between a database and a post office, at the time of a clock. */
export function courierOf(database: TestDatabase, { open, admin }: Doors, url: string, clock: () => Date) {
  const from = 'samrad@desk.example'
  const door = ({ fetch, endpoint }: Doors['open']) => askerOf({ fetch, graphqlEndpoint: new URL(endpoint).pathname })
  const settings = { openDoor: door(open), adminDoor: door(admin), from, origins, clock }
  return createCourier({
    db: database.courier(),
    porter: database.porter(),
    postOffice: smtpPostOffice(url, from),
    ...settings,
  })
}
export type Courier = ReturnType<typeof courierOf>

/** Carries everything that is due. */
export async function carry(courier: Courier): Promise<void> {
  for (const id of await courier.due()) await courier.send(id)
}

/** The token of the link that a mail is answered by. */
export const tokenIn = ({ text }: Mail): string => /\/(?:svar|varsler)\/([\w-]{20,})/.exec(text ?? '')?.[1] ?? ''
