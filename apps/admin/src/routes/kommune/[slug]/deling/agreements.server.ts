import { m, plainTime, sayTime } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import type { List } from '#lib/list/narrow'
import { askDesk } from '#lib/server/desk'

const Sharing_All = graphql(`
  query Sharing_All($municipality: String!) {
    sharingAgreements(municipality: $municipality) {
      id
      since
      owner {
        slug
        name
      }
      reader {
        name
      }
    }
  }
`)

/** Whom a municipality shares with, and who shares with it. */
export async function askAgreements(event: { locals: App.Locals; params: { slug: string } }): Promise<List> {
  const { sharingAgreements } = await askDesk(event, Sharing_All, { municipality: event.params.slug })
  return {
    columns: [m.sharing_with(), m.sharing_way(), m.sharing_since()],
    groups: {
      label: m.sharing_way(),
      options: [
        { value: 'GIVEN', label: m.sharing_given() },
        { value: 'RECEIVED', label: m.sharing_received() },
      ],
    },
    rows: sharingAgreements.map(({ id, since, owner, reader }) => {
      const isGiven = owner.slug === event.params.slug
      return {
        id,
        group: isGiven ? 'GIVEN' : 'RECEIVED',
        cells: [
          { text: isGiven ? reader.name : owner.name },
          { text: isGiven ? m.sharing_given() : m.sharing_received() },
          { text: sayTime(since), file: plainTime(since), key: since },
        ],
      }
    }),
  }
}
