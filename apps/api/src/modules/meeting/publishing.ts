import { BecauseRules, faultsOf, LegalGroundRules } from '@samrad/schema'
import { builder } from '../../builder.ts'
import { badInput } from '../../errors.ts'
import { Visibility } from '../../visibility.ts'
import { AgendaItem } from './agenda-item.ts'
import { keepMeeting, known } from './keep.ts'
import { Meeting } from './meeting.ts'
import { assertAll, opennessOf } from './openness.ts'
import { isMoreOpen, lacksGround } from './rules.ts'

const ItemOpenness = builder.inputType('ItemOpenness', {
  description: 'Who reads an item of an agenda.',
  fields: (t) => ({
    id: t.globalID({ description: 'Id of the item.', required: true, for: AgendaItem }),
    visibility: t.field({ description: 'Who reads it.', type: Visibility, required: true }),
    legalGround: t.string({
      description: 'The law by which it is not public; needed when not everybody reads it who sees the meeting.',
    }),
  }),
})

builder.mutationField('publishAgenda', (t) =>
  t.prismaField({
    description:
      'Publishes the agenda of a meeting, or decides anew who reads which of its items. All items are given; CONFLICT when they are not those there are.',
    authScopes: { can: 'register:keep' },
    type: Meeting,
    args: {
      id: t.arg.globalID(known.id),
      agendaVersion: t.arg.int(known.agendaVersion),
      items: t.arg({ description: 'Who reads which item.', type: [ItemOpenness], required: true }),
    },
    resolve: async (query, _root, { id: { id }, agendaVersion, items }, context) => {
      const { db } = context
      await keepMeeting(
        { id, agendaVersion, kind: 'publish_agenda', right: 'register:keep' },
        context,
        async (meeting) => {
          if (!items.length) throw badInput({ items: 'required' })
          const order = items.map((item) => item.id.id)
          await assertAll(order, id, db)
          const faults: Record<string, string> = {}
          for (const [nth, item] of items.entries()) {
            const fault =
              faultsOf(LegalGroundRules, item)?.['legalGround'] ?? (lacksGround(item, meeting) && 'required')
            if (fault) faults[`items.${nth}.legalGround`] = fault
            if (isMoreOpen(item, meeting)) faults[`items.${nth}.visibility`] = 'more_than_its_meeting'
          }
          if (Object.keys(faults).length) throw badInput(faults)
          for (const item of items) {
            await db.agendaItem.updateMany({ where: { id: item.id.id }, data: opennessOf(item) })
            // Who has the item open saw another one.
            await db.fact.updateMany({ where: { id: item.id.id }, data: { version: { increment: 1 } } })
          }
          const published = { agendaState: 'published', agendaClosedBecause: null } as const
          await db.meeting.updateMany({ where: { id }, data: published })
        },
      )
      return db.meeting.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('closeAgenda', (t) =>
  t.prismaField({
    description:
      'Closes the agenda of a meeting as a whole: everybody is told why, and only who sees what is internal reads it.',
    authScopes: { can: 'register:keep' },
    type: Meeting,
    args: {
      id: t.arg.globalID(known.id),
      agendaVersion: t.arg.int(known.agendaVersion),
      because: t.arg.string({ description: 'The law, or another reason, as everybody may read it.', required: true }),
    },
    resolve: async (query, _root, { id: { id }, agendaVersion, because }, context) => {
      const { db } = context
      const fault = faultsOf(BecauseRules, { because })?.['because']
      if (fault) throw badInput({ because: fault })
      const closed = { agendaState: 'closed', agendaClosedBecause: because.trim() } as const
      await keepMeeting({ id, agendaVersion, kind: 'close_agenda', right: 'register:keep' }, context, () =>
        db.meeting.updateMany({ where: { id }, data: closed }),
      )
      return db.meeting.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('withdrawAgenda', (t) =>
  t.prismaField({
    description: 'Takes the agenda of a meeting back: it is a draft again.',
    authScopes: { can: 'register:keep' },
    type: Meeting,
    args: { id: t.arg.globalID(known.id), agendaVersion: t.arg.int(known.agendaVersion) },
    resolve: async (query, _root, { id: { id }, agendaVersion }, context) => {
      const { db } = context
      const draft = { agendaState: 'draft', agendaClosedBecause: null } as const
      await keepMeeting({ id, agendaVersion, kind: 'withdraw_agenda', right: 'register:keep' }, context, () =>
        db.meeting.updateMany({ where: { id }, data: draft }),
      )
      return db.meeting.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)
