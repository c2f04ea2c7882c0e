import { labels, m, sayDay, sayList, sayWeekday } from '@samrad/i18n'
import type { Suggested } from './asked'

const sayOff = ({ on, holiday, name }: Suggested['passedOver'][number]): string =>
  m.plan_day_off({ day: sayDay(on), why: holiday ? labels.holiday[holiday]() : (name ?? m.plan_usual_break()) })

/** Why a meeting is suggested for its day and not another, and what else is on that day; a line each. */
export const saySuggestion = ({ on, near, passedOver, sameDay }: Suggested): string[] => [
  ...(on ? [] : [m.plan_no_day({ day: sayDay(near) })]),
  ...passedOver.map(sayOff),
  ...(sameDay.length
    ? [
        m.plan_same_day({
          bodies: sayList(sameDay.map(({ startsAt, body }) => [body.name, startsAt].filter(Boolean).join(' '))),
        }),
      ]
    : []),
]

/** «tirsdag 16. februar 2027»; nothing for no day. */
export const sayOn = (day: string): string => (day ? sayWeekday(day) : '')
