import { m } from '@samrad/i18n'
import { graphql, type ResultOf } from '@samrad/schema/admin'
import type { Field } from './form/kinds'

export const Desk_Documents = graphql(`
  query Desk_Documents($filter: DocumentFilter!, $after: String) {
    documents(filter: $filter, first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        version
        title
        publisher
        publishedOn
        publishedIs
        url
        licence
        annotation
        deadSince
      }
    }
  }
`)
export type DocumentData = ResultOf<typeof Desk_Documents>['documents']['nodes'][number]

/** The form of a document. */
export const documentFields: readonly Field[] = [
  { name: 'title', kind: 'text', label: m.document_title, maxlength: 500, isRequired: true },
  { name: 'publisher', kind: 'text', label: m.document_publisher, maxlength: 200 },
  {
    name: 'published',
    kind: 'day',
    label: m.document_published,
    from: ({ publishedOn, publishedIs }: DocumentData) => ({ on: publishedOn, is: publishedIs }),
  },
  { name: 'url', kind: 'text', label: m.document_url, help: m.document_url_help, maxlength: 2000 },
  { name: 'licence', kind: 'text', label: m.document_licence, maxlength: 200 },
  { name: 'annotation', kind: 'text', label: m.document_note, rows: 3, maxlength: 5000 },
]
