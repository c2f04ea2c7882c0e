const {
  API_ORIGIN,
  API_PORT = '4000',
  PORTAL_ORIGIN,
  PORTAL_PORT = '4002',
  SAMRAD_API_INTERNAL_ORIGIN,
  SAMRAD_CONTACT,
} = process.env

const apiOrigin = API_ORIGIN ?? `http://localhost:${API_PORT}`

/** Where the portal asks the open door of the API. */
export const apiUrl = `${SAMRAD_API_INTERNAL_ORIGIN ?? apiOrigin}/graphql`

/** Where others find it. */
export const publicApiUrl = `${apiOrigin}/graphql`

/** Where the portal itself is, for permanent addresses. */
export const portalOrigin = PORTAL_ORIGIN ?? `http://localhost:${PORTAL_PORT}`

/** E-mail address that errors are reported to; undefined when the installation has none. */
export const contact = SAMRAD_CONTACT
