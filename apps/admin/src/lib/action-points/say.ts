import { m, sayDay, sayList } from '@samrad/i18n'
import { ownersOf, type PointData } from '../meetings/asked'

/** Whose an action point is and when it is due: «Rektor, frist 1. mars 2027». */
export const sayWhose = (point: PointData): string =>
  [
    ownersOf(point).length ? sayList(ownersOf(point)) : m.point_nobody(),
    point.dueOn && m.point_due_by({ day: sayDay(point.dueOn) }),
  ]
    .filter(Boolean)
    .join(', ')

/** «Sjekke lyset (Rektor, frist 1. mars 2027)». */
export const sayPoint = (point: PointData): string => `${point.text} (${sayWhose(point)})`
