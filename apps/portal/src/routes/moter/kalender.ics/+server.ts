import { m, todayInOslo } from '@samrad/i18n'
import { Temporal } from 'temporal-polyfill'
import { calendarAnswer } from '#lib/server/calendar'
import { askMeetings } from '#lib/server/meetings'
import type { RequestHandler } from './$types'

// Of a whole country what has just been and what is coming, not all there ever was.
const [before, ahead] = [30, 270]

export const GET: RequestHandler = async () => {
  const today = Temporal.PlainDate.from(todayInOslo())
  const [from, to] = [today.subtract({ days: before }), today.add({ days: ahead })]
  return calendarAnswer(m.calendar_of_all(), 'moter', await askMeetings({}, { from: String(from), to: String(to) }))
}
