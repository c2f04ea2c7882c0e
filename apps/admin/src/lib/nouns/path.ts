/** Where a body is at the desk. */
export const bodyPath = ({ slug, municipality }: { slug: string; municipality: { slug: string } }): string =>
  `/kommune/${municipality.slug}/organ/${slug}`
