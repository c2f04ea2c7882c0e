import type { Db } from '@samrad/db'
import { ApiError, badInput } from '../errors.ts'
import type { Identity, Provider } from './provider.ts'
import { hashOf, newToken, stateOf } from './token.ts'

const minuteInMs = 60_000
const signInMinutes = 15
const sessionHours = 12
const idleMinutes = 240
const dayMinutes = 1_440

/** Lets people in and out. Tokens are kept as hashes: who reads the database cannot sign in. */
export function createDoorkeeper(db: Db, providers: readonly Provider[]) {
  const later = (minutes: number) => new Date(Date.now() + minutes * minuteInMs)

  return {
    providers: providers.map(({ key, name }) => ({ key, name })),

    /** Begins a sign-in. The browser keeps `secret` and goes to `address`; whoever comes back without it is not let in. */
    async begin(providerKey: string, language: string | null): Promise<{ secret: string; address: string }> {
      const provider = providers.find(({ key }) => key === providerKey)
      if (!provider) throw badInput({ provider: 'not_found' })
      const [secret, nonce, verifier] = [newToken(), newToken(), newToken()]
      await db.signIn.deleteMany({ where: { expiresAt: { lt: new Date() } } })
      const underWay = { provider: provider.key, secretHash: hashOf(secret), nonce, verifier }
      await db.signIn.create({ data: { id: crypto.randomUUID(), ...underWay, expiresAt: later(signInMinutes) } })
      const address = await provider.begin({ state: stateOf(secret), nonce, verifier }, language).catch(() => {
        throw new ApiError('OVERLOADED', `The provider «${provider.key}» does not answer. Try again in a moment.`)
      })
      return { secret, address }
    },

    /** Ends a sign-in with what the provider sent the browser back with; returns the token of a new session. */
    async finish(secret: string, answer: string): Promise<string> {
      const [underWay] = await db.signIn.findMany({
        where: { secretHash: hashOf(secret), expiresAt: { gt: new Date() } },
      })
      // A sign-in is tried once, however it ends.
      const { count } = await db.signIn.deleteMany({ where: { secretHash: hashOf(secret) } })
      const provider = providers.find(({ key }) => key === underWay?.provider)
      if (!underWay || !count || !provider) throw refused()
      const { nonce, verifier } = underWay
      const identity = await provider.finish(answer, { state: stateOf(secret), nonce, verifier }).catch((cause) => {
        throw refused(cause)
      })
      const account = await accountOf(db, identity)
      await db.session.deleteMany({ where: { expiresAt: { lt: new Date() } } })
      await db.keptAnswer.deleteMany({ where: { createdAt: { lt: later(-dayMinutes) } } })
      const token = newToken()
      await db.session.create({
        data: {
          id: crypto.randomUUID(),
          accountId: account.id,
          tokenHash: hashOf(token),
          expiresAt: later(60 * sessionHours),
        },
        select: { id: true },
      })
      return token
    },

    /** Ends the session of a token, here and everywhere. */
    async end(token: string): Promise<void> {
      await db.session.deleteMany({ where: { tokenHash: hashOf(token) } })
    },

    /** Notes that a session is in use: one that is not for four hours is over. */
    async touch(token: string): Promise<void> {
      const used = { tokenHash: hashOf(token), lastUsedAt: { lt: later(-1), gt: later(-idleMinutes) } }
      await db.session.updateMany({ where: used, data: { lastUsedAt: new Date() } })
    },
  }
}
export type Doorkeeper = ReturnType<typeof createDoorkeeper>

const refused = (cause?: unknown) =>
  new ApiError('BAD_USER_INPUT', 'The sign-in is over or was answered by something else. Begin again.', {
    fields: { signIn: cause === undefined ? 'over' : 'refused' },
  })

async function accountOf(db: Db, { issuer, subject, name, email }: Identity): Promise<{ id: string }> {
  // A provider that tells no address this time takes none away.
  const known = { name: name ?? email ?? subject.slice(0, 8), ...(email ? { email } : {}) }
  return db.account.upsert({
    where: { issuer_subject: { issuer, subject } },
    create: { id: crypto.randomUUID(), issuer, subject, ...known },
    update: known,
    select: { id: true },
  })
}
