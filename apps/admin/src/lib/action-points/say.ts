import { m, sayDay, sayList } from '@samrad/i18n'
import { ownersOf, type PointData } from '../meetings/asked'

/** Whose an action point is and when it is due: «Rektor, frist 1. mars 2027». */
export const sayWhose = (point: PointData): string => say(sayList(ownersOf(point)), point.dueOn)

const say = (owners: string, dueOn: string | null): string =>
  [owners || m.point_nobody(), dueOn && m.point_due_by({ day: sayDay(dueOn) })].filter(Boolean).join(', ')

/** «Sjekke lyset (Rektor, frist 1. mars 2027)», as it was agreed once the minutes are approved. */
export const sayPoint = (point: PointData): string => {
  const { agreedOwners, agreedDueOn } = point
  const whose = agreedOwners === null ? sayWhose(point) : say(agreedOwners, agreedDueOn)
  return `${point.text} (${whose})`
}
