/** The hours in which somebody is not written to, 0 to 23 in Norway: from and until. From midnight on where `until` is the smaller. */
export type Quiet = { from: number; until: number }

/** What is usual for who has not said anything. */
export const usualQuiet: Quiet = { from: 20, until: 7 }

/** Whether nothing is to be sent at an hour. The same hour twice is no quiet at all. */
export function isQuiet({ from, until }: Quiet, hour: number): boolean {
  return from <= until ? hour >= from && hour < until : hour >= from || hour < until
}

/** How many hours are left until the quiet ones are over. */
export const hoursOfQuiet = ({ until }: Quiet, hour: number): number => (until - hour + 24) % 24 || 24

const dayInMs = 86_400_000

/** Whether a letter about a meeting is not to wait for the morning: the meeting is today or tomorrow. Days are midnight UTC. */
export const isUrgent = (heldOn: Date, today: Date): boolean => heldOn.getTime() - today.getTime() <= dayInMs

/** Whether news come on a day: a working day, and for who wants them weekly the first of its week. */
export function isDayOfNews(rhythm: 'daily' | 'weekly', day: Date, isHoliday: (day: Date) => boolean): boolean {
  const isWorking = (one: Date) => one.getUTCDay() % 6 !== 0 && !isHoliday(one)
  if (!isWorking(day)) return false
  if (rhythm === 'daily') return true
  const before = Array.from(
    { length: (day.getUTCDay() + 6) % 7 },
    (_, nth) => new Date(day.getTime() - (nth + 1) * dayInMs),
  )
  return !before.some(isWorking)
}
