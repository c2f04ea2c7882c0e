/** What GraphiQL opens with: the questions that README shows. A test asks them all. */
export const examples = `# Samråd: who works together against crime and drugs among the young, and how.
# Every field takes asOf, the date the answer holds for: municipality(number: "3201", asOf: "2016-12-31")

query Municipality {
  municipality(number: "4601") {
    name
    areas { name kind populations { count countedOn } parts { name } }
    bodies {
      name
      functions { kind }
      reportsTo { parent { name } }
      seats { roleTitle attachment organisation { name } }
      duties { kind parties { roleTitle organisation { name } by { post { title } } } }
      cadences { cadence { kind from to per wording } }
      standingItems { text }
      meetings { heldOn startsAt round agendaState agenda { number title entry { decision } } }
      period { from fromIs lastConfirmedOn }
      sources { quote place document { title } }
    }
    arenas { number title state }
  }
}

query Municipalities {
  municipalities(first: 10, filter: { hasBodies: true }) {
    totalCount
    nodes { name number countyName bodyCount }
    pageInfo { hasNextPage endCursor }
  }
}

query Body {
  body(municipality: "eidskog", slug: "politiraad") {
    id
    name
    mandates { clauses { text } }
    seats { roleTitle attachment }
  }
}

query Area {
  area(municipality: "bergen", slug: "byomraade-bergen-vest") {
    name
    bodies { body { name } }
    servedBy { organisation { name } isBorderEqual }
  }
}

query Search {
  search(text: "arstad") {
    __typename
    ... on Area { name municipality { name } }
    ... on Municipality { name number }
    ... on Body { name }
    ... on Organisation { name }
  }
}

query Neighbours {
  municipality(number: "0420") { name number neighbours { name country } }
}
`
