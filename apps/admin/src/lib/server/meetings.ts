import { localizeHref } from '@samrad/i18n'
import { error } from '@sveltejs/kit'
import { Desk_Meeting, type MeetingData } from '#lib/meetings/asked'
import { meetingPath } from '#lib/meetings/path'
import { askDesk } from './desk'

type Params = { slug: string; noun: string; thing: string; meeting: string }
type Asker = { locals: App.Locals; params: Params }

/** The meeting of an address. Answers 404 when there is none that the viewer may see. */
export async function askMeeting({ locals, params }: Asker): Promise<MeetingData> {
  const { slug: municipality, thing: body, meeting: slug } = params
  const { meeting } = await askDesk({ locals }, Desk_Meeting, { municipality, body, slug })
  return meeting ?? error(404)
}

/** Back to the meeting after something was done with it. */
export const backTo = (params: Params, { id }: { id: string }, place = ''): string =>
  localizeHref(`${meetingPath(params)}?lagret=${id}${place}`)
