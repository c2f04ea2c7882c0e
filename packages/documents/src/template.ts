/** The page that minutes are set on, in Typst. What they say comes as data, never as part of it. */
export const template = `
#let given = json(bytes(sys.inputs.document))
#let lines(text) = text.split("\\n").intersperse(linebreak()).join()
#let paragraphs(text) = for part in text.split(regex("\\n\\s*\\n")) [#par(lines(part))]
#let day = given.day.split("-").map(int)

#set document(title: given.title, author: given.author, date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)))
#set text(lang: given.language, font: ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"), size: 11pt, hyphenate: false)
#set par(leading: 0.65em, spacing: 1em)
#set page(paper: "a4", margin: (x: 2.5cm, top: 2.5cm, bottom: 2.8cm), footer: context [
  #set text(size: 8.5pt)
  #given.foot #h(1fr) #counter(page).display("1 / 1", both: true)
])
#show heading.where(level: 1): set text(size: 18pt)
#show heading.where(level: 2): set text(size: 13pt)
#show heading.where(level: 2): set block(above: 1.6em, below: 0.8em, sticky: true)
#show heading.where(level: 3): set text(size: 11pt)

#text(size: 10pt, given.author)
#heading(level: 1, given.title)
#v(0.5em)
#terms(separator: [: ], hanging-indent: 1.5em, ..given.facts.map(fact => terms.item(fact.label, fact.text)))
#if given.lead != none [#par(given.lead)]
#for item in given.items {
  set text(lang: item.language) if item.language != none
  heading(level: 2, item.heading)
  if item.details != none { text(size: 9.5pt, item.details) ; parbreak() }
  for text in item.texts { paragraphs(text) }
  if item.decision != none {
    block(stroke: (left: 2pt + luma(40%)), inset: (left: 10pt, y: 3pt))[
      #strong(item.decision.label + ":") #lines(item.decision.text)
    ]
  }
  if item.points != none {
    heading(level: 3, item.points.label)
    list(..item.points.texts.map(lines))
  }
}
#if given.addenda != none {
  heading(level: 2, given.addenda.title)
  for text in given.addenda.texts { paragraphs(text) }
}
`
