import type { Db } from '@samrad/db'
import { builder } from '../../builder.ts'
import { badInput } from '../../errors.ts'
import { act, assertMay, notFound } from '../../register/acts.ts'
import { Act } from './act.ts'

// Acts on what a thing consists of; all others are about whether it is and who sees it.
const mending = ['change', 'correct', 'take_seat', 'leave_seat', 'cite', 'remove_citation']
// What lets somebody in is ended instead: a link, an agreement, a key.
const cannotBeUndone = new Set(['invite', 'accept', 'withdraw', 'share'])

builder.mutationField('undoAct', (t) =>
  t.prismaField({
    description:
      'Undoes an act: all it changed is as it was before. Refused, with CONFLICT, when any of it has been changed since or something else has come to rest on it. An act that undoes can itself be undone.',
    authScopes: { can: ['register:mend', 'shared:mend'] },
    type: Act,
    args: { id: t.arg.globalID({ description: 'Id of the act.', required: true, for: Act }) },
    resolve: async (query, _root, { id }, context) => {
      const { db } = context
      const undone = await db.act.findUnique({ where: { id: id.id }, include: { undoneBy: true } })
      if (!undone) throw notFound()
      const ofNobody = undone.municipalityId === null
      const right = ofNobody
        ? 'shared:mend'
        : mending.includes(await kindAtRoot(db, undone))
          ? 'register:mend'
          : 'register:keep'
      assertMay(context, right, { home: undone.municipalityId, thing: undone.objectId })
      if (cannotBeUndone.has(undone.kind) || undone.noun === 'ApiKey') throw badInput({ id: 'not_undoable' })
      if (undone.undoneBy.length) throw badInput({ id: 'undone_already' })
      const { noun, objectId, municipalityId } = undone
      const done = { kind: 'undo', noun, objectId, municipalityId, undoesId: undone.id }
      await act(context, done, () => db.$executeRaw`SELECT undo_act(${undone.id}::uuid)`)
      return db.act.findFirstOrThrow({ ...query, where: { undoesId: undone.id } })
    },
  }),
)

/** What was undone, and undone again, is an act of the kind that began it. */
async function kindAtRoot(db: Db, act: { kind: string; undoesId: string | null }): Promise<string> {
  let root = act
  while (root.undoesId) root = await db.act.findUniqueOrThrow({ where: { id: root.undoesId } })
  return root.kind
}
