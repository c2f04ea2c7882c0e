import type { FieldRef } from '@pothos/core'
import { rightsIn } from './auth/viewer.ts'
import type { Types } from './builder.ts'
import type { Context } from './context.ts'
import { RightName } from './modules/account/right.ts'
import { Visibility } from './visibility.ts'

type FieldBuilder = { field: (options: never) => unknown; expose: (name: never, options: never) => unknown }
type Kept = { id: string; homeMunicipalityId: string | null }

/** What everything that coordinators keep has at the signed-in door: its version, who sees it, and what the viewer may do with it. */
export function keptFields(t: FieldBuilder) {
  return {
    version: t.field({
      description: 'Counts the acts on it. Who changes it says which version they saw.',
      type: 'Int',
      select: { fact: { select: { version: true } } },
      resolve: ({ fact }: { fact: { version: number } | null }) => fact?.version ?? 0,
    } as never) as FieldRef<Types>,
    visibility: t.expose(
      'visibility' as never,
      { description: 'Who sees it.', type: Visibility } as never,
    ) as FieldRef<Types>,
    rights: t.field({
      description: 'What you may do with it.',
      type: [RightName],
      select: { id: true, homeMunicipalityId: true },
      resolve: ({ id, homeMunicipalityId: home }: Kept, _args: object, { viewer }: Context) =>
        rightsIn(viewer, { home, thing: id }),
    } as never) as FieldRef<Types>,
  }
}
