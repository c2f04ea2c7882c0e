import { graphql } from '@samrad/schema/open'
import { askOpenDoor } from '#lib/server/ask'
import { contact, publicApiUrl, portalOrigin } from '#lib/server/environment'
import type { LayoutServerLoad } from './$types'

const PortalLayout_Installation = graphql(`
  query PortalLayout_Installation {
    installation {
      isDemonstration
    }
  }
`)

export const load: LayoutServerLoad = async () => ({
  portalOrigin,
  contact,
  apiUrl: publicApiUrl,
  isDemonstration: await isDemonstration(),
})

// What an installation is does not change while it runs. An API that is down must not take the error page along.
let known: Promise<boolean> | undefined
async function isDemonstration(): Promise<boolean> {
  known ??= askOpenDoor(PortalLayout_Installation, {}).then(({ installation }) => installation.isDemonstration)
  try {
    return await known
  } catch {
    known = undefined
    return false
  }
}
