import * as oidc from 'openid-client'

/** How Samråd is known to a provider of identity. */
export type ProviderSettings = {
  /** Short name in settings and addresses: `ansattporten`. */
  key: string
  /** What people read on the button. */
  name: string
  issuer: string
  clientId: string
  /** A secret, or a private key as PKCS#8 PEM with the id it is registered under. */
  proof: { secret: string } | { privateKey: string; keyId: string | undefined }
  scope: string
}

/** Who somebody is according to a provider. */
export type Identity = { issuer: string; subject: string; name: string | null; email: string | null }

/** What is kept of a sign-in that is under way. */
export type UnderWay = { state: string; nonce: string; verifier: string }

const timeoutSeconds = 8

/** A provider of identity that people sign in with: OpenID Connect, authorization code with PKCE. */
export function createProvider(settings: ProviderSettings, redirectUri: string) {
  const { key, name, issuer, clientId, scope } = settings
  let found: Promise<oidc.Configuration> | undefined
  // A provider that is down when asked first is asked again.
  const configuration = () =>
    (found ??= discover(settings).catch((error: unknown) => {
      found = undefined
      throw error
    }))
  return {
    key,
    name,
    async begin({ state, nonce, verifier }: UnderWay, language: string | null): Promise<string> {
      const address = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope,
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(language ? { ui_locales: language } : {}),
      })
      return address.href
    },
    /** `answer` is the query the provider sent the browser back with: `?code=…&state=…`. Throws when it is not the answer to `underWay`. */
    async finish(answer: string, { state, nonce, verifier }: UnderWay): Promise<Identity> {
      const address = new URL(redirectUri)
      address.search = answer
      const tokens = await oidc.authorizationCodeGrant(await configuration(), address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims) throw new Error('The provider sent no ID token')
      return { issuer, subject: claims.sub, name: textOf(claims['name']), email: textOf(claims['email']) }
    },
    clientId,
  }
}
export type Provider = ReturnType<typeof createProvider>

const textOf = (claim: unknown): string | null => (typeof claim === 'string' && claim.trim() ? claim.trim() : null)

async function discover({ issuer, clientId, proof }: ProviderSettings): Promise<oidc.Configuration> {
  const server = new URL(issuer)
  return oidc.discovery(server, clientId, undefined, await proofOf(proof), {
    timeout: timeoutSeconds,
    // Only the demonstration's own provider is not behind TLS.
    ...(server.protocol === 'http:' ? { execute: [oidc.allowInsecureRequests] } : {}),
  })
}

async function proofOf(proof: ProviderSettings['proof']): Promise<oidc.ClientAuth> {
  if ('secret' in proof) return oidc.ClientSecretBasic(proof.secret)
  const key = await importKey(proof.privateKey)
  return oidc.PrivateKeyJwt(proof.keyId ? { key, kid: proof.keyId } : { key })
}

const keyKinds = [
  { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  { name: 'ECDSA', namedCurve: 'P-256' },
]

async function importKey(pem: string): Promise<CryptoKey> {
  const bytes = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64')
  for (const kind of keyKinds) {
    const key = await crypto.subtle.importKey('pkcs8', bytes, kind, false, ['sign']).catch(() => undefined)
    if (key) return key
  }
  throw new Error('The private key must be RSA or P-256, as PKCS#8 PEM.')
}
