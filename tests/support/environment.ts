/** The environment of a test run: a server to use instead of the embedded one, a browser to use instead of what is found, and where the data of browser tests lie. */
export const { DATABASE_URL: databaseUrl, CHROMIUM_PATH: chromiumPath, SAMRAD_BROWSER_DATA: browserData } = process.env
/** Where programs are found. */
export const path = process.env['PATH'] ?? ''
