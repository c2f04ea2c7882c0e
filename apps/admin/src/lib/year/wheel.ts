import { arc } from 'd3-shape'
import type { TaskInYear } from './asked'

const full = 2 * Math.PI
const dayInMs = 86_400_000

/** How far into a year a day is, from 0 to 1; what is outside it is at its beginning or end. */
export function turnOf(day: string, year: number): number {
  const begin = Date.UTC(year, 0, 1)
  const length = Date.UTC(year + 1, 0, 1) - begin
  return Math.min(1, Math.max(0, (Date.parse(day) - begin) / length))
}

/** An arc of the wheel as a path, and where its middle is. Turns from 0 at the top, clockwise, to 1. */
export function sector(from: number, to: number, inner: number, outer: number): { path: string; x: number; y: number } {
  const shape = { startAngle: from * full, endAngle: to * full, innerRadius: inner, outerRadius: outer }
  const [x, y] = arc().centroid(shape)
  return { path: arc().cornerRadius(4)(shape) ?? '', x, y }
}

/** A place on the wheel. */
export const point = (turn: number, radius: number): { x: number; y: number } => ({
  x: Math.sin(turn * full) * radius,
  y: -Math.cos(turn * full) * radius,
})

export type Placed = { task: TaskInYear; number: number; from: number; to: number; ring: number }

/** Each task on the innermost ring where it covers none before it. They are numbered as in the list. */
export function placed(tasks: readonly TaskInYear[], year: number): Placed[] {
  const ends: number[] = []
  return tasks.map((task, nth) => {
    const from = turnOf(task.inYear.from, year)
    const due = new Date(Date.parse(task.inYear.due) + dayInMs).toISOString().slice(0, 10)
    const to = turnOf(due, year)
    const free = ends.findIndex((end) => end <= from)
    const ring = free < 0 ? ends.length : free
    ends[ring] = to
    return { task, number: nth + 1, from, to, ring }
  })
}
