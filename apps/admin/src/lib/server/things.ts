import { graphql } from '@samrad/schema/admin'
import { error } from '@sveltejs/kit'
import { Known_Things, knownOf, type Known } from '#lib/form/known'
import { nouns } from '#lib/nouns/index'
import type { DeskNoun, Thing } from '#lib/nouns/noun'
import { askDesk } from './desk'
import { everyOne } from './lists'
import { askOrganisations } from './organisations'

type Asker = { locals: App.Locals; params: { slug: string; noun: string; thing: string } }

/** The kind of thing of an address. Answers 404 when there is none. */
export const nounOf = ({ noun }: { noun: string }): DeskNoun => nouns.find(({ path }) => path === noun) ?? error(404)

/** The thing of an address as it is on a day, or today. Answers 404 when there is none that the viewer may see. */
export async function askThing(event: Asker, asOf: string | null = null): Promise<Thing> {
  const { slug, thing } = event.params
  const found = await askDesk(event, nounOf(event.params).one, { municipality: slug, slug: thing, asOf })
  return (found.thing as Thing | null) ?? error(404)
}

/** What a thing of a municipality can be tied to. `thing` is the one itself, when it is there. */
export async function askKnown(
  event: { locals: App.Locals; params: { slug: string } },
  thing?: { id: string },
): Promise<Known> {
  const [{ municipality }, organisations, municipalities] = await Promise.all([
    askDesk(event, Known_Things, { municipality: event.params.slug }),
    askOrganisations(event),
    askMunicipalities(event),
  ])
  return knownOf(municipality, organisations, municipalities, thing)
}

const Known_Municipalities = graphql(`
  query Known_Municipalities($after: String) {
    municipalities(first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        slug
        name
        number
      }
    }
  }
`)

const hourInMs = 3_600_000
let kept: { until: number; all: Known['municipalities'] } | undefined

/** All municipalities there are, by name: the same for everybody, and seldom another. */
export async function askMunicipalities(event: { locals: App.Locals }): Promise<Known['municipalities']> {
  if (kept && kept.until > Date.now()) return kept.all
  const all = await everyOne(async (after) => (await askDesk(event, Known_Municipalities, { after })).municipalities)
  kept = { until: Date.now() + hourInMs, all }
  return all
}
