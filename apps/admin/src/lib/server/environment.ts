const {
  ADMIN_ORIGIN,
  ADMIN_PORT = '4001',
  API_ORIGIN,
  API_PORT = '4000',
  PORTAL_ORIGIN,
  PORTAL_PORT = '4002',
  SAMRAD_API_INTERNAL_ORIGIN,
} = process.env

const apiOrigin = SAMRAD_API_INTERNAL_ORIGIN ?? API_ORIGIN ?? `http://localhost:${API_PORT}`

/** Where the desk asks the signed-in door of the API. */
export const apiUrl = `${apiOrigin}/admin/graphql`

/** Where citizens see what is published. */
export const portalOrigin = PORTAL_ORIGIN ?? `http://localhost:${PORTAL_PORT}`

/** Where browsers reach the desk. */
export const adminOrigin = ADMIN_ORIGIN ?? `http://localhost:${ADMIN_PORT}`

/** Whether they do by TLS: then its cookies are for this host alone. */
export const isSecure = adminOrigin.startsWith('https://')
