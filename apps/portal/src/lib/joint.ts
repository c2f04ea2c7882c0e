/** The names of those who do something together, the home first, the others the Norwegian way. */
export const homeFirst = (home: string, together: { municipality: { name: string } }[]): string[] =>
  together
    .map(({ municipality }) => municipality.name)
    .toSorted((a, b) => Number(b === home) - Number(a === home) || a.localeCompare(b, 'nb'))
