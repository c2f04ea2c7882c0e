import { m, plainTime, sayTime } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import type { List } from '#lib/list/narrow'
import { askDesk } from '#lib/server/desk'

const Desk_Keys = graphql(`
  query Desk_Keys($municipality: String!) {
    apiKeys(municipality: $municipality) {
      id
      name
      since
    }
  }
`)

/** The keys of a municipality’s programs. */
export async function askKeys(event: { locals: App.Locals; params: { slug: string } }): Promise<List> {
  const { apiKeys } = await askDesk(event, Desk_Keys, { municipality: event.params.slug })
  return {
    columns: [m.key_name(), m.key_since()],
    rows: apiKeys.map(({ id, name, since }) => ({
      id,
      cells: [{ text: name }, { text: sayTime(since), file: plainTime(since), key: since }],
    })),
  }
}
