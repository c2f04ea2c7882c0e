import { graphql } from '@samrad/schema/admin'

export const CreateBody = graphql(`
  mutation CreateBody($municipality: String!, $from: KnownDay, $state: BodyState!) {
    body: createBody(municipality: $municipality, from: $from, state: $state) {
      id
      slug
    }
  }
`)

export const ChangeBody = graphql(`
  mutation ChangeBody($id: ID!, $version: Int!, $from: KnownDay!, $state: BodyState!) {
    body: changeBody(id: $id, version: $version, from: $from, state: $state) {
      id
      slug
    }
  }
`)

export const CorrectBody = graphql(`
  mutation CorrectBody($id: ID!, $version: Int!, $state: BodyState!) {
    body: correctBody(id: $id, version: $version, state: $state) {
      id
      slug
    }
  }
`)

export const EndBody = graphql(`
  mutation EndBody($id: ID!, $version: Int!, $on: KnownDay!) {
    body: endBody(id: $id, version: $version, on: $on) {
      id
      slug
    }
  }
`)

export const RestoreBody = graphql(`
  mutation RestoreBody($id: ID!, $version: Int!) {
    body: restoreBody(id: $id, version: $version) {
      id
      slug
    }
  }
`)

export const SetBodyVisibility = graphql(`
  mutation SetBodyVisibility($id: ID!, $version: Int!, $visibility: Visibility!) {
    body: setBodyVisibility(id: $id, version: $version, visibility: $visibility) {
      id
      slug
    }
  }
`)
