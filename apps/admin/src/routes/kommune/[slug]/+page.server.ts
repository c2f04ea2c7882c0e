import { todayInOslo } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { nouns } from '#lib/nouns/index'
import { askDesk } from '#lib/server/desk'
import { askNextMeetings, askWaiting } from '#lib/server/week'
import type { PageServerLoad } from './$types'

const Home_Register = graphql(`
  query Home_Register($slug: String!) {
    municipality(slug: $slug) {
      bodies {
        id
      }
      areas {
        id
      }
      schemes {
        id
      }
      coordinatorPosts {
        id
      }
      arenas {
        id
      }
      organisations {
        id
      }
    }
  }
`)

const Home_Findings = graphql(`
  query Home_Findings($municipality: String!) {
    findings(municipality: $municipality) {
      kind
      id
      type
      slug
      name
      detail
      on
    }
  }
`)

const Home_Year = graphql(`
  query Home_Year($slug: String!, $year: Int!, $before: Int!) {
    municipality(slug: $slug) {
      annualTasks {
        id
        title
        now: inYear(year: $year) {
          stage
          due
        }
        before: inYear(year: $before) {
          stage
          due
        }
      }
    }
  }
`)

/** What the year asks for now: what is on, and what is late, also from last year’s end. */
async function askNow(event: { locals: App.Locals; params: { slug: string } }) {
  const year = Number(todayInOslo().slice(0, 4))
  const { municipality } = await askDesk(event, Home_Year, { slug: event.params.slug, year, before: year - 1 })
  const quarterAgo = new Date(Date.now() - 92 * 86_400_000).toISOString().slice(0, 10)
  return (municipality?.annualTasks ?? []).flatMap(({ id, title, now, before }) =>
    [
      { id, title, year: year - 1, inYear: before },
      { id, title, year, inYear: now },
    ].flatMap(({ inYear, ...task }) =>
      inYear && (inYear.stage === 'NOW' || inYear.stage === 'OVERDUE') && inYear.due >= quarterAgo
        ? [{ ...task, stage: inYear.stage, due: inYear.due }]
        : [],
    ),
  )
}

export const load: PageServerLoad = async (event) => {
  const { municipality: here } = await event.parent()
  const mayKeep = here.rights.includes('REGISTER_KEEP')
  const [{ municipality }, findings, now, waiting, meetings] = await Promise.all([
    askDesk(event, Home_Register, { slug: event.params.slug }),
    mayKeep ? askDesk(event, Home_Findings, { municipality: event.params.slug }) : { findings: [] },
    here.rights.includes('HISTORY_READ') ? askNow(event) : [],
    here.rights.includes('HISTORY_READ') ? askWaiting(event) : [],
    askNextMeetings(event),
  ])
  const counts: Record<string, number> = {
    Body: municipality?.bodies.length ?? 0,
    Area: municipality?.areas.length ?? 0,
    Scheme: municipality?.schemes.length ?? 0,
    CoordinatorPost: municipality?.coordinatorPosts.length ?? 0,
    Arena: municipality?.arenas.length ?? 0,
    Organisation: municipality?.organisations.length ?? 0,
  }
  return {
    counts: nouns.map(({ path, type }) => ({ path, count: counts[type] ?? 0 })),
    ...findings,
    now,
    waiting,
    meetings,
  }
}
