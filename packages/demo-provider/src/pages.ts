import { m, type Locale } from '@samrad/i18n'
import type { DemoUser } from './index.ts'

export const htmlHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  // No form-action: browsers hold the way back to Samråd, on another origin, against it.
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const page = (locale: Locale, title: string, body: string) => `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>
:root { color-scheme: light dark }
body { font: 1.125rem/1.5 system-ui, sans-serif; margin: 0; background: light-dark(#f4f5f6, #14181f); color: light-dark(#1c2733, #e6eaf0) }
main { max-width: 34rem; margin: 2rem auto; padding: 1.5rem; background: light-dark(#fff, #1d232d); border-radius: .5rem }
h1 { font-size: 1.5rem; margin-top: 0 }
ul { list-style: none; padding: 0; display: grid; gap: .5rem }
button { font: inherit; width: 100%; text-align: start; padding: .75rem 1rem; border: 1px solid light-dark(#68717d, #98a3b3); border-radius: .375rem; background: transparent; color: inherit; cursor: pointer }
button:hover { background: light-dark(#e8eef7, #2a3342) } button:focus-visible { outline: 3px solid light-dark(#004ac7, #8fb8ff); outline-offset: 2px }
small { display: block; color: light-dark(#4a5562, #b3bdca) }
</style></head><body><main><h1>${escaped(title)}</h1>${body}</main></body></html>`

/** Whom to be: a button for each demo user. */
export function choicePage(locale: Locale, users: readonly DemoUser[]): string {
  const buttons = users.map(
    ({ id, name, kinds }) =>
      `<li><button name="user" value="${escaped(id)}">${escaped(name)}<small>${escaped(said(kinds, locale))}</small></button></li>`,
  )
  return page(
    locale,
    m.demo_sign_in_title({}, { locale }),
    `<p>${escaped(m.demo_sign_in_lead({}, { locale }))}</p><form method="post"><ul>${buttons.join('')}</ul></form>`,
  )
}

/** The sign-in is over, or something is wrong with the request. */
export const failurePage = (locale: Locale): string =>
  page(locale, m.demo_sign_in_over_title({}, { locale }), `<p>${escaped(m.demo_sign_in_over_text({}, { locale }))}</p>`)

const names = {
  member: m.role_member,
  leader: m.role_leader,
  coordinator: m.role_coordinator,
  operator: m.role_operator,
}
const said = (kinds: DemoUser['kinds'], locale: Locale): string =>
  [...new Set(kinds)].map((kind) => names[kind]({}, { locale })).join(', ') || m.role_none({}, { locale })
