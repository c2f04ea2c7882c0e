import { createDatabase, loadRegister, migrate } from '@samrad/db'
import pg from 'pg'

/** What a country holds: 357 municipalities, 1,500 areas, 2,500 bodies, 25,000 seats, 30,000 meetings. */
export const size = { areas: 1_500, bodies: 2_500, seats: 10, meetings: 12 }

/** Makes a database of national size on the server, unless it is there. Everything in it is public and in force. */
export async function buildCountry(serverUrl: string, name: string): Promise<string> {
  await createDatabase(serverUrl, name)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  await migrate(url.href)
  await loadRegister(url.href)
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    const { rows } = await client.query<{ bodies: number }>('SELECT count(*)::int AS bodies FROM body')
    if (!rows[0]?.bodies) await fill(client)
  } finally {
    await client.end()
  }
  return url.href
}

async function fill(client: pg.Client): Promise<void> {
  await client.query('BEGIN')
  await client.query(`
    CREATE TEMP TABLE home AS
      SELECT id, row_number() OVER (ORDER BY id) - 1 AS nth FROM municipality WHERE valid_to IS NULL AND country = 'NO';
    CREATE TEMP TABLE spread AS SELECT count(*) AS homes FROM home;
    CREATE TEMP TABLE new_area AS
      SELECT gen_random_uuid() AS id, home.id AS home, n FROM generate_series(1, ${size.areas}) AS n, spread, home WHERE home.nth = n % spread.homes;
    CREATE TEMP TABLE new_body AS
      SELECT gen_random_uuid() AS id, home.id AS home, n, n / spread.homes AS within
        FROM generate_series(1, ${size.bodies}) AS n, spread, home WHERE home.nth = n % spread.homes;
    CREATE TEMP TABLE new_seat AS
      SELECT gen_random_uuid() AS id, new_body.id AS body, position FROM new_body, generate_series(0, ${size.seats - 1}) AS position;
    CREATE TEMP TABLE new_meeting AS
      SELECT gen_random_uuid() AS id, new_body.id AS body, nth FROM new_body, generate_series(1, ${size.meetings}) AS nth;
    CREATE TEMP TABLE line AS
      SELECT gen_random_uuid() AS id, child.id AS child, parent.id AS parent
        FROM new_body AS child JOIN new_body AS parent ON parent.home = child.home AND parent.within = 0 AND child.within > 0;
    CREATE TEMP TABLE part_of AS SELECT gen_random_uuid() AS id, id AS body, home FROM new_body;
    CREATE TEMP TABLE named AS SELECT gen_random_uuid() AS id, id AS body, n FROM new_body;
    CREATE TEMP TABLE area_named AS SELECT gen_random_uuid() AS id, id AS area, n FROM new_area;
    CREATE TEMP TABLE does AS SELECT gen_random_uuid() AS id, id AS body, n FROM new_body;

    INSERT INTO fact (id, area_id) SELECT id, id FROM new_area UNION ALL SELECT id, area FROM area_named;
    INSERT INTO fact (id, body_id)
      SELECT id, id FROM new_body UNION ALL SELECT id, body FROM new_seat UNION ALL SELECT id, child FROM line
      UNION ALL SELECT id, body FROM part_of UNION ALL SELECT id, body FROM named UNION ALL SELECT id, body FROM does;
    INSERT INTO fact (id, meeting_id) SELECT id, id FROM new_meeting;

    INSERT INTO area (id, home_municipality_id, slug, visibility) SELECT id, home, 'omraade-' || n, 'public' FROM new_area;
    INSERT INTO area_version (id, area_id, kind, name) SELECT id, area, 'bydel', 'Område ' || n FROM area_named;
    INSERT INTO body (id, home_municipality_id, slug, visibility) SELECT id, home, 'organ-' || n, 'public' FROM new_body;
    INSERT INTO body_version (id, body_id, name)
      SELECT id, body, (ARRAY['Politiråd', 'Styringsgruppe', 'Koordineringsgruppe', 'Arbeidsgruppe', 'Ungdomsteam'])[1 + n % 5] || ' ' || n FROM named;
    INSERT INTO body_participation (id, body_id, municipality_id) SELECT id, body, home FROM part_of;
    INSERT INTO body_function (id, body_id, kind)
      SELECT id, body, (ARRAY['politiraad', 'styringsgruppe', 'koordineringsgruppe', 'arbeidsgruppe', 'ungdomsteam'])[1 + n % 5]::body_function_kind FROM does;
    INSERT INTO seat (id, body_id, position, role_title, attachment) SELECT id, body, position, 'Rolle ' || position, 'member' FROM new_seat;
    INSERT INTO meeting (id, body_id, visibility, held_on, starts_at)
      SELECT id, body, 'public', date '2025-01-15' + nth * 30, '12:00' FROM new_meeting;`)
  // The trigger that refuses circles takes a lock and walks upwards for every row; these lines are two tiers by construction.
  await client.query('ALTER TABLE body_reporting DISABLE TRIGGER body_reporting_no_circle')
  await client.query('INSERT INTO body_reporting (id, body_id, parent_id) SELECT id, child, parent FROM line')
  await client.query('SET CONSTRAINTS ALL IMMEDIATE')
  await client.query('ALTER TABLE body_reporting ENABLE TRIGGER body_reporting_no_circle')
  await client.query('COMMIT')
  await client.query('VACUUM ANALYZE')
}
