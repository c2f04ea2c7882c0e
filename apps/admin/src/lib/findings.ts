import { labels, m, sayDay } from '@samrad/i18n'
import { nouns } from './nouns/index'

/** Something that is missing or odd, as the API tells it. */
export type Finding = {
  kind: string
  id: string
  type: string
  slug: string
  name: string
  detail: string | null
  on: string | null
}

type Words = { title: () => string; help: () => string; mend: string; isInformation?: true }

/** What each kind is called, what it means, and where it is mended. */
const words: Record<string, Words> = {
  BODY_WITHOUT_SEATS: { title: m.finding_body_without_seats, help: m.finding_body_without_seats_help, mend: 'plasser' },
  BODY_WITHOUT_LEADER: {
    title: m.finding_body_without_leader,
    help: m.finding_body_without_leader_help,
    mend: 'rediger#duties',
  },
  SEAT_WITHOUT_ORGANISATION: {
    title: m.finding_seat_without_organisation,
    help: m.finding_seat_without_organisation_help,
    mend: 'plasser',
  },
  DUTY_OF_ENDED: { title: m.finding_duty_of_ended, help: m.finding_duty_of_ended_help, mend: 'rediger#duties' },
  REPORTS_TO_ENDED: {
    title: m.finding_reports_to_ended,
    help: m.finding_reports_to_ended_help,
    mend: 'rediger#reportsTo',
  },
  STANDS_ON_ENDED_LEVEL: {
    title: m.finding_stands_on_ended_level,
    help: m.finding_stands_on_ended_level_help,
    mend: 'rediger#levels',
  },
  SAME_NAME: { title: m.finding_same_name, help: m.finding_same_name_help, mend: 'rediger#name' },
  AREA_WITHOUT_BODY: { title: m.finding_area_without_body, help: m.finding_area_without_body_help, mend: '' },
  POLICE_BORDER_DIFFERS: {
    title: m.finding_police_border_differs,
    help: m.finding_police_border_differs_help,
    mend: 'rediger#servedBy',
    isInformation: true,
  },
  AGREEMENT_EXPIRES: {
    title: m.finding_agreement_expires,
    help: m.finding_agreement_expires_help,
    mend: 'rediger#agreements',
  },
  MANDATE_EXPIRES: { title: m.finding_mandate_expires, help: m.finding_mandate_expires_help, mend: 'rediger#mandates' },
  DEAD_LINK: { title: m.finding_dead_link, help: m.finding_dead_link_help, mend: '' },
  CADENCE_BELOW_ADVICE: {
    title: m.finding_cadence_below_advice,
    help: m.finding_cadence_below_advice_help,
    mend: 'rediger#cadences-0-kind',
    isInformation: true,
  },
}

const detailOf = ({ kind, detail, on }: Finding): string => {
  const said =
    kind === 'DUTY_OF_ENDED' ? labels.duty[detail?.toUpperCase() as keyof typeof labels.duty]() : (detail ?? '')
  return [said, on && sayDay(on)].filter(Boolean).join(', ')
}

const addressOf = ({ type, slug, id }: Finding, base: string, mend: string): string => {
  if (type === 'SourceDocument') return `${base}/dokumenter/${id}`
  const path = nouns.find((noun) => noun.type === type)?.path ?? ''
  return `${base}/${path}/${slug}${mend ? `/${mend}` : ''}`
}

/** Findings by kind, each with its words and where it is mended. `base` is the address of the municipality. */
export function groupsOf(findings: readonly Finding[], base: string) {
  return [...Map.groupBy(findings, ({ kind }) => kind)].flatMap(([kind, some]) => {
    const said = words[kind]
    if (!said) return []
    const { title, help, mend, isInformation = false } = said
    const things = some.map((finding, nth) => ({
      key: `${finding.id} ${nth}`,
      name: finding.name,
      detail: detailOf(finding),
      href: addressOf(finding, base, mend),
    }))
    return [{ kind, title: title(), help: help(), isInformation, things }]
  })
}
