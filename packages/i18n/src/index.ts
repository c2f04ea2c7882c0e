export * from './dates.ts'
export { m } from './generated/paraglide/messages.js'
export { deLocalizeUrl, getLocale, locales, localizeHref, type Locale } from './generated/paraglide/runtime.js'
