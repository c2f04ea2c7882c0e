import { localizeHref } from '@samrad/i18n'
import { error } from '@sveltejs/kit'
import { Desk_Meeting, type MeetingData } from '#lib/meetings/asked'
import { askDesk } from './desk'

type Params = { slug: string; noun: string; thing: string; meeting: string }
type Asker = { locals: App.Locals; params: Params }

/** The meeting of an address. Answers 404 when there is none that the viewer may see. */
export async function askMeeting({ locals, params }: Asker): Promise<MeetingData> {
  const { slug: municipality, thing: body, meeting: slug } = params
  const { meeting } = await askDesk({ locals }, Desk_Meeting, { municipality, body, slug })
  return meeting ?? error(404)
}

/** Where a meeting is at the desk. */
export const meetingPath = ({ slug, noun, thing, meeting }: Params): string =>
  `/kommune/${slug}/${noun}/${thing}/moter/${meeting}`

/** Back to the meeting after something was done with it. */
export const backTo = (params: Params, { id }: { id: string }, place = ''): string =>
  localizeHref(`${meetingPath(params)}?lagret=${id}${place}`)
