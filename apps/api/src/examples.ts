/** What GraphiQL opens with: the questions that README shows. */
export const examples = `# Samråd: who works together against crime and drugs among the young, and how.
# Every field takes asOf: the answer as of that date.

query Municipalities {
  municipalities(first: 10, filter: { county: "34" }) {
    totalCount
    nodes { number name countyName }
    pageInfo { hasNextPage endCursor }
  }
}

query Municipality {
  municipality(number: "4601") {
    name
    countyName
    numbers { number name period { from to } }
    neighbours { number name }
  }
}
`
