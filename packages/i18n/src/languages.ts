import { m } from './generated/paraglide/messages.js'
import { getLocale, locales, localizeHref } from './generated/paraglide/runtime.js'

const names = { nb: m.language_nb, nn: m.language_nn, en: m.language_en }

/** The page of an address in each language, called by its own name. */
export const inEachLanguage = ({ pathname, search }: { pathname: string; search: string }) =>
  locales.map((locale) => ({
    href: localizeHref(pathname + search, { locale }),
    name: names[locale]({}, { locale }),
    lang: locale,
    isCurrent: locale === getLocale(),
  }))
