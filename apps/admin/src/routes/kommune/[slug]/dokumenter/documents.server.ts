import { m, sayKnownDay } from '@samrad/i18n'
import { Desk_Documents, type DocumentData } from '#lib/documents'
import type { List } from '#lib/list/narrow'
import { askDesk } from '#lib/server/desk'
import { everyOne } from '#lib/server/lists'

const groupOf = ({ url, deadSince }: DocumentData) => (deadSince ? 'DEAD' : url ? 'LINKED' : 'UNLINKED')

/** The documents of a municipality, by title. */
export async function askDocuments(event: { locals: App.Locals; params: { slug: string } }): Promise<List> {
  const filter = { municipality: event.params.slug }
  const documents = await everyOne(async (after) => (await askDesk(event, Desk_Documents, { filter, after })).documents)
  return {
    columns: [m.document_title(), m.document_publisher(), m.document_published(), m.document_url()],
    groups: {
      label: m.document_url(),
      options: [
        { value: 'LINKED', label: m.document_linked() },
        { value: 'UNLINKED', label: m.document_unlinked() },
        { value: 'DEAD', label: m.document_is_dead() },
      ],
    },
    rows: documents.map((document) => ({
      id: document.id,
      group: groupOf(document),
      cells: [
        { text: document.title, href: `/kommune/${event.params.slug}/dokumenter/${document.id}` },
        { text: document.publisher ?? '' },
        {
          text: document.publishedOn ? sayKnownDay(document.publishedOn, document.publishedIs) : '',
          key: document.publishedOn ?? '',
        },
        {
          text: document.deadSince ? m.document_is_dead() : document.url ? new URL(document.url).hostname : '',
          file: document.url ?? '',
        },
      ],
    })),
  }
}
