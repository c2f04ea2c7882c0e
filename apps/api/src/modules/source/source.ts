import { builder, globalIdOf, open } from '../../builder.ts'
import { DateKnowledge } from '../../period.ts'

export const SourceDocument = builder.prismaObject('SourceDocument', {
  ...open('A document that facts rest on.'),
  select: { id: true },
  fields: (t) => ({
    id: t.id({ ...open('Permanent id.'), resolve: ({ id }) => globalIdOf('SourceDocument', id) }),
    version: t.exposeInt('version', {
      description: 'Counts the acts on it. Who changes it says which version they saw.',
    }),
    deadSince: t.expose('deadSince', {
      description: 'Since when its address was found to lead nowhere; null when it was not.',
      type: 'Date',
      nullable: true,
    }),
    title: t.exposeString('title', open('Its title.')),
    publisher: t.exposeString('publisher', { ...open('Who published it; null when not known.'), nullable: true }),
    publishedOn: t.expose('publishedOn', {
      ...open('When it was published; null when not known.'),
      type: 'Date',
      nullable: true,
    }),
    publishedIs: t.expose('publishedIs', {
      ...open('How well the date of publication is known.'),
      type: DateKnowledge,
      nullable: true,
    }),
    url: t.exposeString('url', { ...open('Where it is on the web; null when not known.'), nullable: true }),
    licence: t.exposeString('licence', { ...open('Its licence; null when none is stated.'), nullable: true }),
    annotation: t.exposeString('annotation', {
      ...open('What we add about the document; null when nothing.'),
      nullable: true,
    }),
  }),
})

export const SourceReference = builder.prismaObject('SourceReference', {
  ...open('Where a document says something.'),
  select: { id: true },
  fields: (t) => ({
    id: t.id({ description: 'Permanent id.', resolve: ({ id }) => globalIdOf('SourceReference', id) }),
    document: t.relation('document', { ...open('The document; null when you may not see it.'), nullable: true }),
    place: t.exposeString('place', { ...open('Page, heading or slide; null when not recorded.'), nullable: true }),
    quote: t.exposeString('quote', {
      ...open(
        'The words of the source as they stand. Names and addresses of persons are replaced by «[navn]». Null when not recorded.',
      ),
      nullable: true,
    }),
    annotation: t.exposeString('annotation', {
      ...open('What we add: how it is read, what is odd; null when nothing.'),
      nullable: true,
    }),
  }),
})
