import { labels, m } from '@samrad/i18n'
import type { List } from '#lib/list/narrow'
import { choices } from '#lib/nouns/choices'
import { askSharedOrganisations } from '#lib/server/organisations'

/** The organisations that belong to no municipality. */
export async function askShared(event: { locals: App.Locals }): Promise<List> {
  return {
    columns: [m.name(), m.organisation_kind_desk()],
    groups: { label: m.organisation_kind_desk(), options: choices(labels.organisationKind) },
    rows: (await askSharedOrganisations(event)).map(({ id, slug, name, kind }) => ({
      id,
      group: kind,
      cells: [
        { text: name, href: `/drift/virksomheter/${slug}` },
        { text: labels.organisationKind[kind as keyof typeof labels.organisationKind]() },
      ],
    })),
  }
}
