import { builder } from '../../builder.ts'
import { badInput } from '../../errors.ts'
import { act, assertMay, notFound } from '../../register/acts.ts'
import { Act } from './act.ts'
import { neverUndone, rightToUndo, thingOf, undoneColumns } from './undoable.ts'

builder.mutationField('undoAct', (t) =>
  t.prismaField({
    description:
      'Undoes an act: all it changed is as it was before. Refused, with CONFLICT, when any of it has been changed since or something else has come to rest on it. An act that undoes can itself be undone.',
    authScopes: { can: ['register:mend', 'shared:mend'] },
    type: Act,
    args: { id: t.arg.globalID({ description: 'Id of the act.', required: true, for: Act }) },
    resolve: async (query, _root, { id }, context) => {
      const { db } = context
      const undone = await db.act.findUnique({ where: { id: id.id }, select: undoneColumns })
      if (!undone) throw notFound()
      const { noun, objectId, municipalityId } = undone
      assertMay(context, rightToUndo(undone), { home: municipalityId, thing: await thingOf(undone, context) })
      const never = neverUndone(undone)
      if (never) throw badInput({ id: never })
      if (undone.undoneBy.length) throw badInput({ id: 'undone_already' })
      const done = { kind: 'undo', noun, objectId, municipalityId, undoesId: id.id }
      await act(context, done, async () => {
        await db.$executeRaw`SELECT undo_act(${id.id}::uuid)`
        // What comes off an agenda leaves no hole.
        if (noun === 'Meeting') await db.$executeRaw`SELECT renumber_agenda(${objectId}::uuid)`
      })
      return db.act.findFirstOrThrow({ ...query, where: { undoesId: id.id } })
    },
  }),
)
