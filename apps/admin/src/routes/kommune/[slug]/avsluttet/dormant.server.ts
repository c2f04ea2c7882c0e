import { m, sayDay } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { sayNoun } from '#lib/history/say'
import type { List } from '#lib/list/narrow'
import { nouns } from '#lib/nouns/index'
import { askDesk } from '#lib/server/desk'

const Desk_Dormant = graphql(`
  query Desk_Dormant($municipality: String!) {
    dormantThings(municipality: $municipality) {
      id
      type
      slug
      name
      beginsOn
      endedOn
    }
  }
`)

/** What of a municipality has ended or not begun yet. */
export async function askDormant(event: { locals: App.Locals; params: { slug: string } }): Promise<List> {
  const { dormantThings } = await askDesk(event, Desk_Dormant, { municipality: event.params.slug })
  return {
    columns: [m.name(), m.list_kind(), m.state(), m.event_day()],
    groups: {
      label: m.state(),
      options: [
        { value: 'ENDED', label: m.ended_has_ended() },
        { value: 'COMING', label: m.ended_is_coming() },
      ],
    },
    rows: dormantThings.map(({ id, type, slug, name, beginsOn, endedOn }) => {
      const [day, noun] = [endedOn ?? beginsOn ?? '', nouns.find((one) => one.type === type)?.path ?? '']
      return {
        id,
        group: endedOn ? 'ENDED' : 'COMING',
        cells: [
          { text: name, href: `/kommune/${event.params.slug}/${noun}/${slug}` },
          { text: sayNoun(type) },
          { text: endedOn ? m.ended_has_ended() : m.ended_is_coming() },
          { text: day && sayDay(day), file: day, key: day },
        ],
      }
    }),
  }
}
