import { graphql } from '@samrad/schema/open'

export const Period_period = graphql(`
  fragment Period_period on Period @_unmask {
    from
    fromIs
    to
    toIs
    lastConfirmedOn
    isPlanned
  }
`)

export const Sources_source = graphql(`
  fragment Sources_source on SourceReference @_unmask {
    place
    quote
    annotation
    document {
      title
      publisher
      url
    }
  }
`)

export const Cadence_cadence = graphql(`
  fragment Cadence_cadence on Cadence @_unmask {
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
`)

export const Ages_ages = graphql(`
  fragment Ages_ages on Ages @_unmask {
    from
    to
    orTo
    isUnlimited
    wording
  }
`)

export const PartyName_party = graphql(`
  fragment PartyName_party on Party @_unmask {
    roleTitle
    seat {
      roleTitle
      body {
        name
      }
    }
    organisation {
      name
    }
    post {
      title
    }
    body {
      name
      slug
      municipality {
        slug
      }
    }
    by {
      roleTitle
      seat {
        roleTitle
      }
      organisation {
        name
      }
      post {
        title
      }
      body {
        name
      }
    }
  }
`)
