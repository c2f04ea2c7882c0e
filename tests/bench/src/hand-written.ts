import { createServer } from 'node:http'
import pg from 'pg'

/** The practical limit: one statement a question, JSON built by PostgreSQL, nothing between it and the socket. */
const [url = '', port = ''] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: url, max: 10, options: '-c role=samrad_public -c jit=off' })

const structure = `
  SELECT json_build_object(
    'name', version.name,
    'areas', (SELECT coalesce(json_agg(area_version.name), '[]') FROM area JOIN area_version ON area_id = area.id
               WHERE home_municipality_id = version.municipality_id
                 AND valid_at(area.valid_from, area.valid_to, $2) AND valid_at(area_version.valid_from, area_version.valid_to, $2)),
    'bodies', (SELECT coalesce(json_agg(json_build_object(
        'name', body_version.name,
        'functions', (SELECT coalesce(json_agg(kind), '[]') FROM body_function WHERE body_id = body.id AND valid_at(valid_from, valid_to, $2)),
        'parents', (SELECT coalesce(json_agg(parent_id), '[]') FROM body_reporting WHERE body_id = body.id AND valid_at(valid_from, valid_to, $2)),
        'seats', (SELECT coalesce(json_agg(json_build_object('roleTitle', role_title, 'attachment', attachment) ORDER BY position), '[]')
                    FROM seat WHERE body_id = body.id AND valid_at(valid_from, valid_to, $2)),
        'meetings', (SELECT coalesce(json_agg(json_build_object('heldOn', held_on, 'startsAt', starts_at) ORDER BY held_on), '[]')
                       FROM meeting WHERE body_id = body.id))), '[]')
      FROM body_participation JOIN body ON body.id = body_participation.body_id JOIN body_version ON body_version.body_id = body.id
     WHERE body_participation.municipality_id = version.municipality_id
       AND valid_at(body_participation.valid_from, body_participation.valid_to, $2)
       AND valid_at(body.valid_from, body.valid_to, $2) AND valid_at(body_version.valid_from, body_version.valid_to, $2))) AS answer
    FROM municipality_version AS version
   WHERE country = 'NO' AND number = $1 AND valid_at(valid_from, valid_to, $2)`

const list = `
  SELECT json_agg(row) AS answer FROM (
    SELECT version.name,
           (SELECT count(*) FROM body_participation JOIN body ON body.id = body_id
             WHERE municipality_id = version.municipality_id AND valid_at(body_participation.valid_from, body_participation.valid_to, $1)
               AND valid_at(body.valid_from, body.valid_to, $1)) AS bodies,
           (SELECT count(*) FROM area WHERE home_municipality_id = version.municipality_id AND valid_at(valid_from, valid_to, $1)) AS areas
      FROM municipality_version AS version
     WHERE country = 'NO' AND valid_at(valid_from, valid_to, $1) ORDER BY number LIMIT 50) AS row`

const search = "SELECT coalesce(json_agg(name), '[]') AS answer FROM bench_search($1)"

const questions: Record<string, (variables: Record<string, string>) => pg.QueryConfig> = {
  structure: ({ number }) => ({ name: 'structure', text: structure, values: [number, new Date()] }),
  list: () => ({ name: 'list', text: list, values: [new Date()] }),
  search: ({ text }) => ({ name: 'search', text: search, values: [text] }),
}

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const { question, variables } = JSON.parse(Buffer.concat(chunks).toString())
  const { rows } = await pool.query(questions[question]?.(variables) ?? '')
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows[0]?.answer))
})
server.listen(Number(port), () => console.log('ready'))
