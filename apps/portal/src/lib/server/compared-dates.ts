import { todayInOslo } from '@samrad/i18n'
import { dateFrom } from '@samrad/web/dates'

/** The two dates of a comparison, `?fra=` and `?til=`; today and five years before when they are left out. */
export function datesToCompare(url: URL): { from: string; to: string } {
  const to = dateFrom(url, 'til') ?? todayInOslo()
  const from = dateFrom(url, 'fra') ?? `${Number(to.slice(0, 4)) - 5}-01-01`
  return { from, to }
}
