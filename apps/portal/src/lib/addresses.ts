import { localizeHref } from '@samrad/i18n'

/** The address of a page in the reader's language, as of the same date as the page they are on. */
export const addressOf = (path: string, asOf?: string | null): string =>
  localizeHref(asOf ? `${path}?dato=${asOf}` : path)

export const municipalityPath = (slug: string): string => `/kommune/${slug}`
export const bodyPath = (municipality: string, slug: string): string => `/kommune/${municipality}/organ/${slug}`
export const areaPath = (municipality: string, slug: string): string => `/kommune/${municipality}/omraade/${slug}`

type MeetingAddress = { slug: string; body: { slug: string; municipality: { slug: string } } }
export const meetingPath = ({ slug, body }: MeetingAddress): string =>
  `${bodyPath(body.municipality.slug, body.slug)}/moter/${slug}`

export const issuePath = ({ slug, municipality }: { slug: string; municipality: { slug: string } }): string =>
  `${municipalityPath(municipality.slug)}/saker/${slug}`
