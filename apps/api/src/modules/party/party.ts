import { builder, open } from '../../builder.ts'

export const Party = builder.prismaObject('Party', {
  ...open(
    'Somebody who leads, is responsible or owns. One of seat, organisation, post, body and roleTitle is given; all are null when it is one that you may not see.',
  ),
  select: { id: true },
  fields: (t) => ({
    roleTitle: t.exposeString('roleTitle', { ...open('A role or group in the words of the source.'), nullable: true }),
    seat: t.relation('seat', { ...open('A seat in a body.'), nullable: true }),
    organisation: t.relation('organisation', { ...open('An organisation.'), nullable: true }),
    post: t.relation('post', { ...open('A coordinator’s post.'), nullable: true }),
    body: t.relation('body', { ...open('A body.'), nullable: true }),
    by: t.relation('byParty', {
      ...open('Who acts for it: «Kommunen ved SLT-koordinator». Null when the source names nobody.'),
      nullable: true,
    }),
  }),
})
