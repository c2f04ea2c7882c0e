type Params = Partial<Record<string, string>>

/** Where a meeting is at the desk. */
export const meetingPath = ({ slug, noun, thing, meeting }: Params): string =>
  `/kommune/${slug}/${noun}/${thing}/moter/${meeting}`

type Meeting = { slug: string; body: { slug: string; municipality: { slug: string } } }

/** Where a meeting that was asked for with its body is at the desk. */
export const pathOfMeeting = ({ slug: meeting, body }: Meeting): string =>
  meetingPath({ slug: body.municipality.slug, noun: 'organ', thing: body.slug, meeting })
