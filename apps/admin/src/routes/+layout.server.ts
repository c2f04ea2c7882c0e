import { localizeHref } from '@samrad/i18n'
import { redirect } from '@sveltejs/kit'
import { session } from '#lib/server/cookies'
import { portalOrigin } from '#lib/server/environment'
import { askSaved } from '#lib/server/history'
import { askViewer } from '#lib/server/viewer'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async (event) => {
  if (!event.locals.token) return { viewer: null, isDemonstration: false, portalOrigin, saved: undefined }
  const [{ viewer, installation }, saved] = await Promise.all([askViewer(event), askSaved(event)])
  if (!viewer) {
    // The session is over: it was ended elsewhere, or not used for hours.
    session.clear(event.cookies)
    const here = encodeURIComponent(event.url.pathname + event.url.search)
    redirect(303, `${localizeHref('/logg-inn')}?til=${here}&utlogget=1`)
  }
  return { viewer, isDemonstration: installation.isDemonstration, portalOrigin, saved }
}
