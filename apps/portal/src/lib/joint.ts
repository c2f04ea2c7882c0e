/** Those who do something together, the home first, the others by name the Norwegian way. */
export const homeFirst = <Part extends { municipality: { name: string } }>(home: string, together: Part[]): Part[] =>
  together.toSorted(
    ({ municipality: { name: a } }, { municipality: { name: b } }) =>
      Number(b === home) - Number(a === home) || a.localeCompare(b, 'nb'),
  )
