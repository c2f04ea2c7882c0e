import { error } from '@sveltejs/kit'
import type { List } from '#lib/list/narrow'
import { Desk_Meetings } from '#lib/meetings/asked'
import { meetingList } from '#lib/meetings/list'
import { askDesk } from '#lib/server/desk'

type Asker = { locals: App.Locals; params: { slug: string; noun: string; thing: string } }

/** The meetings of a body. */
export async function askMeetings(event: Asker): Promise<List> {
  const { slug, noun, thing } = event.params
  const { body } = await askDesk(event, Desk_Meetings, { municipality: slug, slug: thing })
  if (!body) error(404)
  return meetingList(body.meetings, () => `/kommune/${slug}/${noun}/${thing}/moter`)
}
