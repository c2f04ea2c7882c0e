import { capitalised, m, monthName, sayDay } from '@samrad/i18n'
import type { TaskInYear } from './asked'

/** «Mars–april, frist 1. april 2027». */
export function sayWhen({ fromMonth, toMonth, dueDay, inYear }: TaskInYear): string {
  const months = fromMonth === toMonth ? monthName(fromMonth) : `${monthName(fromMonth)}–${monthName(toMonth)}`
  return capitalised(dueDay ? `${months}, ${m.point_due_by({ day: sayDay(inYear.due) })}` : months)
}
