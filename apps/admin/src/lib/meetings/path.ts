type Params = Partial<Record<string, string>>

/** Where a meeting is at the desk. */
export const meetingPath = ({ slug, noun, thing, meeting }: Params): string =>
  `/kommune/${slug}/${noun}/${thing}/moter/${meeting}`
