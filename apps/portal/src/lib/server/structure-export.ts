import { graphql, type ResultOf } from '@samrad/schema/open'
import { stringify } from 'csv-stringify/sync'
import { sayParties } from '#lib/parties'
import { Cadence_cadence, PartyName_party, Period_period, Sources_source } from '#lib/fragments'

export const StructureExport_body = graphql(
  `
    fragment StructureExport_body on Body @_unmask {
      id
      slug
      name
      realisation
      functions {
        kind
      }
      levels {
        level {
          name
        }
      }
      areas {
        area {
          name
        }
      }
      reportsTo {
        parent {
          name
        }
        parties {
          ...PartyName_party
        }
      }
      cadences {
        cadence {
          ...Cadence_cadence
        }
      }
      duties {
        kind
        parties {
          ...PartyName_party
        }
      }
      seats {
        roleTitle
        groupTitle
        attachment
        quantity
        organisation {
          name
        }
        period {
          ...Period_period
        }
        sources {
          place
          document {
            title
          }
        }
      }
      meetings {
        heldOn
        startsAt
        endsAt
        round
        status
      }
      mandates {
        clauses {
          text
        }
      }
      period {
        ...Period_period
      }
      sources {
        ...Sources_source
      }
    }
  `,
  [Cadence_cadence, PartyName_party, Period_period, Sources_source],
)
type ExportBody = ResultOf<typeof StructureExport_body>

const citedIn = (sources: { place: string | null; document: { title: string } | null }[]) =>
  sources.map(({ document, place }) => [document?.title, place].filter(Boolean).join(', ')).join('; ')

const licence = 'NLOD 2.0, https://data.norge.no/nlod/no/2.0'

/** A structure as a spreadsheet: one row per seat, one for a body without seats. */
export function structureCsv(municipality: { number: string; name: string }, bodies: ExportBody[]): Response {
  const rows = bodies.flatMap((body) => {
    const common = {
      kommunenummer: municipality.number,
      kommune: municipality.name,
      organ: body.name,
      funksjoner: body.functions.map(({ kind }) => kind).join(', '),
      nivaa: body.levels.map(({ level }) => level.name).join(', '),
      omraader: body.areas.map(({ area }) => area.name).join('; '),
      rapporterer_til: body.reportsTo.map(({ parent, parties }) => parent?.name ?? sayParties(parties)).join('; '),
    }
    const seats = body.seats.length ? body.seats : [undefined]
    return seats.map((seat) => ({
      ...common,
      rolle: seat?.roleTitle ?? '',
      gruppe: seat?.groupTitle ?? '',
      virksomhet: seat?.organisation?.name ?? '',
      tilknytning: seat?.attachment ?? '',
      antall: seat?.quantity ?? '',
      fra: (seat ?? body).period.from ?? '',
      fra_er: (seat ?? body).period.fromIs ?? '',
      til: (seat ?? body).period.to ?? '',
      sist_bekreftet: (seat ?? body).period.lastConfirmedOn ?? '',
      kilde: citedIn(seat?.sources.length ? seat.sources : body.sources),
    }))
  })
  return csv(rows)
}

/** Rows as a spreadsheet: semicolons and BOM, as Norwegian Excel wants it. */
export function csv(rows: Record<string, string | number>[]): Response {
  const cited = rows.map((row) => ({ ...row, lisens: licence }))
  const text = stringify(cited, { header: true, delimiter: ';', bom: true, escape_formulas: true })
  return new Response(text, { headers: { 'content-type': 'text/csv; charset=utf-8' } })
}

/** The same as JSON, in the shape the API gives it, with where it comes from. */
export function json(source: string, asOf: string | null, content: object): Response {
  const text = JSON.stringify({ source, licence, asOf, ...content }, null, 2)
  return new Response(text, { headers: { 'content-type': 'application/json; charset=utf-8' } })
}
