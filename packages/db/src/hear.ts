import pg from 'pg'

/** Calls `heard` whenever the database says something on a channel, until closed. Who must not miss a thing also looks by themselves: a connection may break. */
export async function hear(url: string, channel: string, heard: () => void): Promise<{ close: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'samrad hears' })
  client.on('notification', heard)
  client.on('error', () => undefined)
  await client.connect()
  await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`)
  return { close: () => client.end() }
}
