import { generateKeyPair, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { baseLocale, locales, type Locale } from '@samrad/i18n'
import { Provider, type JWK } from 'oidc-provider'
import { choicePage, failurePage, htmlHeaders } from './pages.ts'
import { memoryStore } from './store.ts'

/** Somebody one can be in the demonstration, and what they are in Samråd. */
export type DemoUser = {
  id: string
  name: string
  kinds: readonly ('member' | 'leader' | 'coordinator' | 'operator')[]
}

export type DemoProviderSettings = {
  /** Address of the provider, with the path it is served under: `http://localhost:4000/demo-idp`. */
  issuer: string
  clientId: string
  redirectUri: string
  users: readonly DemoUser[]
  isDemonstration: boolean
}

export type DemoProvider = {
  /** What the client proves with who it is. New at each start. */
  clientSecret: string
  /** Answers a request that is for the provider; false when it is not. */
  handle: (request: IncomingMessage, response: ServerResponse) => boolean
}

const minute = 60
const longestForm = 4_096

/** A real OpenID Connect provider that asks for no password. Refuses to start outside the demonstration. */
export async function createDemoProvider(settings: DemoProviderSettings): Promise<DemoProvider> {
  if (!settings.isDemonstration)
    throw new Error('The demonstration’s sign-in lets anybody be anybody: it starts in the demonstration only.')
  const { users } = settings
  const issuer = new URL(settings.issuer)
  const prefix = issuer.pathname
  const clientSecret = randomBytes(32).toString('base64url')
  const provider = await providerFor(settings, prefix, clientSecret)
  const callback = provider.callback()
  const byId = new Map(users.map((user) => [user.id, user]))

  async function choose(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { params } = await provider.interactionDetails(request, response)
      const chosen = request.method === 'POST' ? byId.get((await readForm(request)).get('user') ?? '') : undefined
      if (chosen)
        return await provider.interactionFinished(
          request,
          response,
          { login: { accountId: chosen.id } },
          { mergeWithLastSubmission: false },
        )
      response.writeHead(200, htmlHeaders).end(choicePage(localeOf(params['ui_locales']), users))
    } catch {
      // No cookie, too late, or done already.
      if (!response.headersSent) response.writeHead(400, htmlHeaders).end(failurePage(baseLocale))
    }
  }

  return {
    clientSecret,
    handle(request, response) {
      const url = request.url ?? '/'
      if (!url.startsWith(`${prefix}/`)) return false
      // The addresses it tells others follow these headers, which a caller could choose.
      request.headers['host'] = request.headers['x-forwarded-host'] = issuer.host
      request.headers['x-forwarded-proto'] = issuer.protocol.slice(0, -1)
      if (url.startsWith(`${prefix}/choose/`)) {
        void choose(request, response)
        return true
      }
      Object.assign(request, { originalUrl: url })
      request.url = url.slice(prefix.length)
      void callback(request, response)
      return true
    },
  }
}

async function providerFor(
  { issuer, clientId, redirectUri, users }: DemoProviderSettings,
  prefix: string,
  clientSecret: string,
): Promise<Provider> {
  const scope = 'openid profile'
  const provider = new Provider(issuer, {
    adapter: memoryStore(),
    jwks: { keys: [await newKey()] },
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      names: { session: 'demo_idp', interaction: 'demo_idp_choice', resume: 'demo_idp_resume' },
      long: { path: prefix },
    },
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_basic',
        scope,
      },
    ],
    scopes: scope.split(' '),
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic'],
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      dPoP: { enabled: false },
    },
    ttl: {
      AccessToken: 5 * minute,
      AuthorizationCode: minute,
      IdToken: 5 * minute,
      Interaction: 15 * minute,
      Session: 15 * minute,
      Grant: 15 * minute,
    },
    clientBasedCORS: () => false,
    expiresWithSession: async () => false,
    interactions: { url: (_context, { uid }) => `${prefix}/choose/${uid}` },
    findAccount: async (_context, id) => {
      const user = users.find((one) => one.id === id)
      return user && { accountId: id, claims: async () => ({ sub: id, name: user.name }) }
    },
    // Nobody is asked twice whether Samråd may know who they chose to be.
    loadExistingGrant: async ({ oidc: { client, session, provider: own } }) => {
      const grant = new own.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' })
      grant.addOIDCScope(scope)
      await grant.save()
      return grant
    },
    renderError: async (context) => {
      context.set(htmlHeaders)
      context.body = failurePage(baseLocale)
    },
  })
  provider.proxy = true
  // Nothing is remembered here, so that each sign-in asks anew whom to be.
  provider.use(async (context, next) => {
    await next()
    if (context.oidc?.route !== 'resume') return
    await context.oidc.session?.destroy()
    const cookie = { path: prefix, signed: true, httpOnly: true, sameSite: 'lax', overwrite: true } as const
    context.cookies.set(provider.cookieName('session'), null, cookie)
  })
  return provider
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  return {
    ...privateKey.export({ format: 'jwk' }),
    use: 'sig',
    alg: 'RS256',
    kid: randomBytes(8).toString('hex'),
  } as JWK
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > longestForm) throw new Error('too long a form')
  }
  return new URLSearchParams(text)
}

const localeOf = (wanted: unknown): Locale =>
  (typeof wanted === 'string' && locales.find((locale) => wanted.split(' ').includes(locale))) || baseLocale
