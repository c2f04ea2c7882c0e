import { baseLocale, locales, overwriteGetLocale, type Locale } from '@samrad/i18n'

let spoken: Locale = baseLocale
overwriteGetLocale(() => spoken)

/** Says something in a language: `nb`, `nn` or `en`; in bokmål when it is none of them. */
export function inLanguage<Said>(language: string, say: () => Said): Said {
  spoken = locales.find((locale) => locale === language) ?? baseLocale
  try {
    return say()
  } finally {
    spoken = baseLocale
  }
}
