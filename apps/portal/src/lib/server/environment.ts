const { API_ORIGIN, API_PORT = '4000', PORTAL_ORIGIN, PORTAL_PORT = '4002' } = process.env

/** Where the open door of the API is. */
export const apiUrl = `${API_ORIGIN ?? `http://localhost:${API_PORT}`}/graphql`

/** Where the portal itself is, for permanent addresses. */
export const portalOrigin = PORTAL_ORIGIN ?? `http://localhost:${PORTAL_PORT}`
