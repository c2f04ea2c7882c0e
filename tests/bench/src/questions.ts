/** One question put to each of the three, and what makes their answers the same. */
export type Question = {
  name: 'structure' | 'list' | 'search'
  variables: Record<string, string>[]
  samraad: string
  postgraphile: string
  normal: {
    samraad: (data: never) => unknown
    postgraphile: (data: never) => unknown
    handWritten: (data: never) => unknown
  }
}

type Nodes<Row> = { nodes: Row[] }
const byName = <Row extends { name: string }>(rows: Row[]) => rows.toSorted((a, b) => (a.name < b.name ? -1 : 1))
const bodyOf = (id: string) => Buffer.from(id, 'base64url').toString().replace('Body:', '')

type Body = {
  name: string
  functions: string[]
  parents: string[]
  seats: { roleTitle: string }[]
  meetings: { heldOn: string }[]
}
type Structure = { name: string; areas: string[]; bodies: Body[] }
const structure = ({ name, areas, bodies }: Structure) => ({
  name,
  areas: areas.toSorted(),
  bodies: byName(bodies).map(({ seats, meetings, ...body }) => ({
    ...body,
    // PostGraphile sorts by what is indexed only.
    seats: seats.toSorted((a, b) => (a.roleTitle < b.roleTitle ? -1 : 1)),
    meetings: meetings.toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1)),
  })),
})

/** The questions of the bench, for the municipalities with these numbers. */
export const questionsFor = (numbers: string[]): Question[] => [
  {
    name: 'structure',
    variables: numbers.map((number) => ({ number })),
    samraad: `query ($number: String!) { municipality(number: $number) { name areas { name } bodies { name functions { kind } reportsTo { parent { id } } seats { roleTitle attachment } meetings { heldOn startsAt } } } }`,
    postgraphile: `query ($number: String!) { allMunicipalityVersions(condition: { number: $number }) { nodes { name municipalityByMunicipalityId {
      areasByHomeMunicipalityId { nodes { areaVersionsByAreaId { nodes { name } } } }
      bodyParticipationsByMunicipalityId { nodes { bodyByBodyId { bodyVersionsByBodyId { nodes { name } } bodyFunctionsByBodyId { nodes { kind } } bodyReportingsByBodyId { nodes { parentId } }
        seatsByBodyId { nodes { roleTitle attachment } } meetingsByBodyId { nodes { heldOn startsAt } } } } } } } } }`,
    normal: {
      samraad: ({
        municipality,
      }: {
        municipality: {
          name: string
          areas: { name: string }[]
          bodies: {
            name: string
            functions: { kind: string }[]
            reportsTo: { parent: { id: string } }[]
            seats: { roleTitle: string; attachment: string }[]
            meetings: { heldOn: string }[]
          }[]
        }
      }) =>
        structure({
          name: municipality.name,
          areas: municipality.areas.map(({ name }) => name),
          bodies: municipality.bodies.map(({ name, functions, reportsTo, seats, meetings }) => ({
            name,
            functions: functions.map(({ kind }) => kind.toLowerCase()),
            parents: reportsTo.map(({ parent }) => bodyOf(parent.id)),
            seats: seats.map(({ roleTitle, attachment }) => ({ roleTitle, attachment: attachment.toLowerCase() })),
            meetings,
          })),
        }),
      postgraphile: ({
        allMunicipalityVersions,
      }: {
        allMunicipalityVersions: Nodes<{
          name: string
          municipalityByMunicipalityId: {
            areasByHomeMunicipalityId: Nodes<{ areaVersionsByAreaId: Nodes<{ name: string }> }>
            bodyParticipationsByMunicipalityId: Nodes<{
              bodyByBodyId: {
                bodyVersionsByBodyId: Nodes<{ name: string }>
                bodyFunctionsByBodyId: Nodes<{ kind: string }>
                bodyReportingsByBodyId: Nodes<{ parentId: string }>
                seatsByBodyId: Nodes<{ roleTitle: string; attachment: string }>
                meetingsByBodyId: Nodes<{ heldOn: string }>
              }
            }>
          }
        }>
      }) => {
        const [version] = allMunicipalityVersions.nodes
        if (!version) return undefined
        const { areasByHomeMunicipalityId, bodyParticipationsByMunicipalityId } = version.municipalityByMunicipalityId
        return structure({
          name: version.name,
          areas: areasByHomeMunicipalityId.nodes.map((area) => area.areaVersionsByAreaId.nodes[0]?.name ?? ''),
          bodies: bodyParticipationsByMunicipalityId.nodes.map(({ bodyByBodyId: body }) => ({
            name: body.bodyVersionsByBodyId.nodes[0]?.name ?? '',
            functions: body.bodyFunctionsByBodyId.nodes.map(({ kind }) => kind.toLowerCase()),
            parents: body.bodyReportingsByBodyId.nodes.map(({ parentId }) => parentId),
            seats: body.seatsByBodyId.nodes.map(({ roleTitle, attachment }) => ({
              roleTitle,
              attachment: attachment.toLowerCase(),
            })),
            meetings: body.meetingsByBodyId.nodes,
          })),
        })
      },
      handWritten: (data: Structure) => structure(data),
    },
  },
  {
    name: 'list',
    variables: [{}],
    samraad: `{ municipalities(first: 50, sortBy: NUMBER, filter: { country: "NO" }) { nodes { name bodyCount areaCount } } }`,
    postgraphile: `{ benchMunicipalities { nodes { municipalityVersionsByMunicipalityId { nodes { name validTo } } bodyParticipationsByMunicipalityId { totalCount } areasByHomeMunicipalityId { totalCount } } } }`,
    normal: {
      samraad: ({
        municipalities,
      }: {
        municipalities: Nodes<{ name: string; bodyCount: number; areaCount: number }>
      }) => municipalities.nodes.map(({ name, bodyCount, areaCount }) => [name, bodyCount, areaCount]),
      postgraphile: ({
        benchMunicipalities,
      }: {
        benchMunicipalities: Nodes<{
          municipalityVersionsByMunicipalityId: Nodes<{ name: string; validTo: string | null }>
          bodyParticipationsByMunicipalityId: { totalCount: number }
          areasByHomeMunicipalityId: { totalCount: number }
        }>
      }) =>
        benchMunicipalities.nodes.map((of) => [
          of.municipalityVersionsByMunicipalityId.nodes.find(({ validTo }) => !validTo)?.name,
          of.bodyParticipationsByMunicipalityId.totalCount,
          of.areasByHomeMunicipalityId.totalCount,
        ]),
      handWritten: (rows: { name: string; bodies: number; areas: number }[]) =>
        rows.map(({ name, bodies, areas }) => [name, bodies, areas]),
    },
  },
  {
    name: 'search',
    variables: Array.from({ length: 40 }, (_, nth) => ({ text: `ungdomsteam ${10 + nth}` })),
    samraad: `query ($text: String!) { search(text: $text) { ... on Body { name } } }`,
    postgraphile: `query ($text: String!) { benchSearch(words: $text) { nodes { name } } }`,
    normal: {
      samraad: ({ search }: { search: { name: string }[] }) => search.map(({ name }) => name),
      postgraphile: ({ benchSearch }: { benchSearch: Nodes<{ name: string }> }) =>
        benchSearch.nodes.map(({ name }) => name),
      handWritten: (names: string[]) => names,
    },
  },
]

/** What PostGraphile cannot say by itself, as functions: the list of the country as it is, and the search of the API. */
export const benchFunctions = `
  CREATE OR REPLACE FUNCTION bench_municipalities() RETURNS SETOF municipality LANGUAGE sql STABLE ROWS 50 AS $$
    SELECT municipality.* FROM municipality JOIN municipality_version AS version ON version.municipality_id = municipality.id
     WHERE municipality.country = 'NO' AND valid_at(version.valid_from, version.valid_to, current_date) ORDER BY version.number LIMIT 50 $$;
  GRANT EXECUTE ON FUNCTION bench_municipalities TO samrad_public;
  CREATE OR REPLACE FUNCTION bench_search(words text) RETURNS SETOF body_version LANGUAGE sql STABLE ROWS 20 AS $$
    SELECT version.*
      FROM fold_norwegian(words) AS letters,
           to_tsquery('norwegian', replace(letters, ' ', ':* & ') || ':*') AS stems,
           name_candidates(stems, letters, current_date) AS hit
           JOIN body ON hit.kind = 'Body' AND body.id = hit.id
           JOIN body_version AS version ON version.body_id = body.id
     WHERE valid_at(body.valid_from, body.valid_to, current_date) AND valid_at(version.valid_from, version.valid_to, current_date)
     ORDER BY hit.rank DESC, hit.id LIMIT 20 $$;
  GRANT EXECUTE ON FUNCTION bench_search TO samrad_public`
