/** The environment of a test run: a server to use instead of the embedded one, and a browser to use instead of what is found. */
export const { DATABASE_URL: databaseUrl, CHROMIUM_PATH: chromiumPath } = process.env
/** Where programs are found. */
export const path = process.env['PATH'] ?? ''
