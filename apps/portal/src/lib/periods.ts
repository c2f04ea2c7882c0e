/** Whether a period of the API holds on a day. Days as text sort as days. */
export const holdsOn = ({ from, to }: { from: string | null; to: string | null }, day: string): boolean =>
  (!from || from <= day) && (!to || to > day)
