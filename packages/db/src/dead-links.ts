import type pg from 'pg'

/** What an address answered: that there is nothing, that there is something, or nothing that can be told from. */
export type Answer = 'gone' | 'there' | 'unknown'

const timeoutMs = 10_000

/** Asks an address whether anything is there. Only 404 and 410 say that there is not; a network that fails says nothing. */
export async function askLink(url: string): Promise<Answer> {
  try {
    const { status } = await fetch(url, { method: 'HEAD', redirect: 'follow', signal: AbortSignal.timeout(timeoutMs) })
    if (status === 404 || status === 410) return 'gone'
    return status < 400 ? 'there' : 'unknown'
  } catch {
    return 'unknown'
  }
}

/** Asks the addresses of all documents and notes which lead nowhere, and since when. Returns how many were asked and how many do. */
export async function noteDeadLinks(client: pg.ClientBase, ask = askLink): Promise<{ asked: number; dead: number }> {
  const { rows } = await client.query<{ id: string; url: string }>(
    'SELECT id, url FROM source_document WHERE url IS NOT NULL ORDER BY id',
  )
  let dead = 0
  for (const { id, url } of rows) {
    const answer = await ask(url)
    if (answer === 'unknown') continue
    if (answer === 'gone') dead++
    await client.query(
      `UPDATE source_document SET dead_since = CASE WHEN $2 THEN COALESCE(dead_since, current_date) END
        WHERE id = $1 AND (dead_since IS NOT NULL) <> $2`,
      [id, answer === 'gone'],
    )
  }
  return { asked: rows.length, dead }
}
