export * from './ages.ts'
export * from './cadence.ts'
export * from './dates.ts'
export * from './meetings.ts'
export { m } from './generated/paraglide/messages.js'
export {
  deLocalizeUrl,
  getLocale,
  baseLocale,
  locales,
  localizeHref,
  overwriteGetLocale,
  type Locale,
} from './generated/paraglide/runtime.js'
export { labels } from './labels.ts'
export { inEachLanguage } from './languages.ts'
export * from './periods.ts'
