import { readFileSync } from 'node:fs'
import { isNode, LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import { MunicipalityFile } from './shape.ts'

/** One thing to mend in a data file. `line` counts from 1. */
export type Fault = { line: number; path: string; message: string }

/** A data file that cannot be loaded: every fault with its line and what to do. */
export class DataFileError extends Error {
  readonly faults: Fault[]
  constructor(file: string, faults: Fault[]) {
    super(faults.map(({ line, path, message }) => `${file}:${line}: ${path ? `${path}: ` : ''}${message}`).join('\n'))
    this.faults = faults
  }
}

export type DataFile = { name: string; content: MunicipalityFile; lineOf: (path: PropertyKey[]) => number }

/** Reads and checks one data file. Throws `DataFileError`. */
export function readDataFile(name: string, text = readFileSync(name, 'utf8')): DataFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, merge: true })
  if (document.errors.length)
    throw new DataFileError(
      name,
      document.errors.map(({ message, pos }) => ({
        line: lines.linePos(pos[0]).line,
        path: '',
        message: message.split('\n')[0] ?? '',
      })),
    )
  const lineOf = (path: PropertyKey[]) => lineIn(document, lines, path)
  const checked = MunicipalityFile.safeParse(document.toJS({ maxAliasCount: -1 }))
  if (!checked.success)
    throw new DataFileError(
      name,
      checked.error.issues.flatMap(plain).map((issue) => faultOf(issue, lineOf)),
    )
  return { name, content: checked.data, lineOf }
}

// Of the alternatives a value may be, the one it comes nearest to tells best what is wrong.
function plain(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || !issue.errors.length) return [issue]
  const depth = (issues: z.core.$ZodIssue[]) => Math.max(...issues.map(({ path }) => path.length))
  const nearest = issue.errors.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? []
  return nearest.flatMap((inner) => plain({ ...inner, path: [...issue.path, ...inner.path] }))
}

function faultOf(issue: z.core.$ZodIssue, lineOf: (path: PropertyKey[]) => number): Fault {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
  const mend =
    issue.code === 'unrecognized_keys'
      ? `there is no field ${issue.keys.join(', ')} here; see packages/db/data-files.md`
      : issue.message
  return { line: lineOf(path), path: path.join('.'), message: mend }
}

// The line of the deepest part of the path that stands in the file.
function lineIn(document: Document, lines: LineCounter, path: PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}
