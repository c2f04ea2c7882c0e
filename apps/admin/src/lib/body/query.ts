import { graphql, type ResultOf } from '@samrad/schema/admin'

/** Somebody who leads, is responsible or owns, with the ids to say it again. */
export const DeskParty = graphql(`
  fragment DeskParty on Party {
    roleTitle
    seat {
      id
      roleTitle
    }
    organisation {
      id
      name
    }
    post {
      id
      title
    }
    body {
      id
      name
    }
    by {
      roleTitle
      seat {
        id
        roleTitle
      }
      organisation {
        id
        name
      }
      post {
        id
        title
      }
      body {
        id
        name
      }
    }
  }
`)

/** A body as the desk shows and edits it. */
export const DeskBody = graphql(
  `
    query DeskBody($municipality: String!, $slug: String!, $asOf: Date) {
      body(municipality: $municipality, slug: $slug, asOf: $asOf) {
        id
        slug
        version
        visibility
        rights
        name
        shortName
        summary
        realisation
        realisedThrough
        isConfidential
        language
        ages {
          from
          to
          orTo
          isUnlimited
          wording
        }
        period {
          from
          fromIs
          to
          toIs
          lastConfirmedOn
          isPlanned
        }
        municipality {
          slug
          name
        }
        municipalities {
          municipality {
            slug
            name
          }
        }
        functions {
          kind
        }
        levels {
          level {
            id
            name
          }
        }
        areas {
          area {
            id
            name
          }
        }
        reportsTo {
          parent {
            id
            name
            slug
            municipality {
              slug
            }
          }
          parties {
            ...DeskParty
          }
        }
        duties {
          kind
          parties {
            ...DeskParty
          }
        }
        cadences {
          cadence {
            kind
            times
            from
            to
            per
            every
            unit
            seasons
            wording
          }
        }
        standingItems {
          text
        }
        mandates {
          title
          heldBy {
            id
            name
          }
          clauses {
            text
          }
        }
        seats {
          id
          roleTitle
          groupTitle
          attachment
          quantity
          organisation {
            id
            name
          }
        }
      }
    }
  `,
  [DeskParty],
)
export type DeskBodyData = NonNullable<ResultOf<typeof DeskBody>['body']>

/** What a body can be tied to: the rest of the register of its municipality. */
export const DeskOptions = graphql(`
  query DeskOptions($municipality: String!) {
    municipality(slug: $municipality) {
      bodies {
        id
        name
      }
      areas {
        id
        name
      }
      schemes {
        levels {
          id
          name
        }
      }
    }
  }
`)

export type Options = {
  bodies: { id: string; name: string }[]
  areas: { id: string; name: string }[]
  levels: { id: string; name: string }[]
}

export const optionsOf = ({ municipality }: ResultOf<typeof DeskOptions>): Options => ({
  bodies: municipality?.bodies ?? [],
  areas: municipality?.areas ?? [],
  levels: municipality?.schemes.flatMap(({ levels }) => levels) ?? [],
})
