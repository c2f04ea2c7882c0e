import type { MeetingData } from '../meetings/asked'

/** How minutes stand at the moment, for who has their page open. */
export type Now = {
  /** Null when nobody has begun them. */
  state: NonNullable<MeetingData['minutes']>['state'] | null
  version: number
  agendaVersion: number
  points: string
  entries: Record<string, MeetingData['agenda'][number]['entry']>
}

/** Which action points stand under the items, and how they stand. */
export const pointsIn = (items: MeetingData['agenda']): string =>
  items.flatMap(({ actionPoints }) => actionPoints.map(({ id, version }) => `${id} ${version}`)).join(', ')

export const nowOf = ({ minutes, agendaVersion, agenda }: MeetingData): Now => ({
  state: minutes?.state ?? null,
  version: minutes?.version ?? 0,
  agendaVersion,
  points: pointsIn(agenda),
  entries: Object.fromEntries(agenda.map(({ id, entry }) => [id, entry])),
})
