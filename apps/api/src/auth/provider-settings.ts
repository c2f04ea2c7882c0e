import type { ProviderSettings } from './provider.ts'

type Environment = Record<string, string | undefined>

/**
 * The providers that the environment names: `SAMRAD_OIDC_PROVIDERS=ansattporten,police`, then for each
 * `SAMRAD_OIDC_ANSATTPORTEN_ISSUER`, `…_CLIENT_ID`, `…_CLIENT_SECRET` or `…_PRIVATE_KEY` (with `…_KEY_ID`), and if wanted
 * `…_NAME` and `…_SCOPE`. Throws an error that names what is missing.
 */
export function providersFrom(environment: Environment): ProviderSettings[] {
  const keys = (environment['SAMRAD_OIDC_PROVIDERS'] ?? '').split(',').map((key) => key.trim())
  return keys.filter(Boolean).map((key) => providerFrom(key, environment))
}

function providerFrom(key: string, environment: Environment): ProviderSettings {
  if (!/^[a-z][a-z0-9-]*$/.test(key))
    throw new Error(`SAMRAD_OIDC_PROVIDERS: «${key}» must be small letters, digits and hyphens.`)
  const prefix = `SAMRAD_OIDC_${key.toUpperCase().replaceAll('-', '_')}`
  const need = (name: string) => {
    const value = environment[`${prefix}_${name}`]
    if (!value) throw new Error(`${prefix}_${name} is missing: «${key}» is one of SAMRAD_OIDC_PROVIDERS.`)
    return value
  }
  const issuer = need('ISSUER')
  if (!issuer.startsWith('https://')) throw new Error(`${prefix}_ISSUER must begin with https://, not «${issuer}».`)
  const privateKey = environment[`${prefix}_PRIVATE_KEY`]
  return {
    key,
    name: environment[`${prefix}_NAME`] ?? key,
    issuer,
    clientId: need('CLIENT_ID'),
    proof: privateKey ? { privateKey, keyId: environment[`${prefix}_KEY_ID`] } : { secret: need('CLIENT_SECRET') },
    scope: environment[`${prefix}_SCOPE`] ?? 'openid profile email',
  }
}
