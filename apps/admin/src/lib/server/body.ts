import { error } from '@sveltejs/kit'
import { optionsOf, DeskBody, DeskOptions, type DeskBodyData, type Options } from '#lib/body/query'
import { askDesk } from './desk'

type Asker = { locals: App.Locals; params: { slug: string; body: string } }

/** The body of an address as it is today. Answers 404 when there is none that the viewer may see. */
export async function askBody(event: Asker, asOf: string | null = null): Promise<DeskBodyData> {
  const { slug, body } = event.params
  const found = await askDesk(event, DeskBody, { municipality: slug, slug: body, asOf })
  if (!found.body) error(404)
  return found.body
}

/** What a body of a municipality can be tied to. */
export async function askOptions(event: { locals: App.Locals; params: { slug: string } }): Promise<Options> {
  return optionsOf(await askDesk(event, DeskOptions, { municipality: event.params.slug }))
}
