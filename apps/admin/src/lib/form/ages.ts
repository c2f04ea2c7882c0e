import { m, sayAges } from '@samrad/i18n'
import { text } from './fields'
import { notWhole, number, words } from './values'

export type Ages = { from: string; to: string; orTo: string; isUnlimited: boolean; wording: string }

const range = (from: unknown, to: unknown) => [words(from), words(to)].filter(Boolean).join('–')

const emptyAges: Ages = { from: '', to: '', orTo: '', isUnlimited: false, wording: '' }
const isAges = ({ from, to, isUnlimited, wording }: Ages) =>
  Boolean(from.trim() || to.trim() || isUnlimited || wording.trim())

/** The kind of field in which ages are typed. */
export const ages = {
  empty: emptyAges,
  typed: (data: { [Part in keyof Ages]: unknown } | null) => ({
    from: words(data?.from),
    to: words(data?.to),
    orTo: words(data?.orTo),
    isUnlimited: Boolean(data?.isUnlimited),
    // What says itself by the numbers follows them.
    wording: data?.wording === range(data?.from, data?.to) ? '' : words(data?.wording),
  }),
  read: (form: FormData, name: string) => ({
    from: text(form, `${name}.from`),
    to: text(form, `${name}.to`),
    orTo: text(form, `${name}.orTo`),
    isUnlimited: form.has(`${name}.isUnlimited`),
    wording: text(form, `${name}.wording`),
  }),
  told: (ages: Ages) =>
    isAges(ages)
      ? {
          from: number(ages.from),
          to: number(ages.to),
          orTo: number(ages.orTo),
          isUnlimited: ages.isUnlimited || null,
          wording: ages.wording.trim() || range(ages.from, ages.to) || m.ages_unlimited(),
        }
      : null,
  said: (ages: Ages) =>
    isAges(ages) ? sayAges({ ...ages, from: number(ages.from), to: number(ages.to), orTo: number(ages.orTo) }) : '',
  faults: ({ from, to, orTo }: Ages, name: string) =>
    notWhole({ [`${name}.from`]: from, [`${name}.to`]: to, [`${name}.orTo`]: orTo }),
}
