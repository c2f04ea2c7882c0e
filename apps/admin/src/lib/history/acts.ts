import { graphql, type ResultOf } from '@samrad/schema/admin'

/** What a person is told of an act. */
export const DeskAct = graphql(`
  fragment DeskAct on Act @_unmask {
    id
    kind
    at
    by
    noun
    isUndone
    isUndoable
    changes {
      table
      name
      kind
      differences {
        column
        before
        after
      }
    }
  }
`)
export type ActData = ResultOf<typeof DeskAct>
