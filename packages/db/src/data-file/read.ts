import { readFileSync } from 'node:fs'
import { isNode, LineCounter, parseDocument, type Document, type YAMLParseError } from 'yaml'
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
export function readDataFile(name: string, text = readText(name)): DataFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, merge: true })
  // One slip makes several errors; the first is where it is.
  const [error] = document.errors
  if (error) throw fault(name, lines.linePos(error.pos[0]).line, yamlMend(error))
  const lineOf = (path: PropertyKey[]) => lineIn(document, lines, path)
  const checked = MunicipalityFile.safeParse(contentOf(document, name), { error: mendOf })
  if (!checked.success)
    throw new DataFileError(name, unlike(checked.error.issues.flatMap(plain).map((issue) => faultOf(issue, lineOf))))
  return { name, content: checked.data, lineOf }
}

const fault = (name: string, line: number, message: string) => new DataFileError(name, [{ line, path: '', message }])

function readText(name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(name))
  } catch (error) {
    throw fault(
      name,
      1,
      error instanceof TypeError
        ? 'save the file as UTF-8, so that æ, ø and å are kept'
        : `cannot be read: ${(error as NodeJS.ErrnoException).code}`,
    )
  }
}

function contentOf(document: Document, name: string): unknown {
  try {
    return document.toJS({ maxAliasCount: -1 }) ?? {}
  } catch (error) {
    throw fault(name, 1, `${(error as Error).message}: there is no & with this name above it`)
  }
}

// The slips that Norwegian text and a word processor lead to.
const yamlMends: Partial<Record<YAMLParseError['code'], string>> = {
  BAD_INDENT: 'this line does not begin below the one it belongs with: use as many spaces as its neighbours',
  TAB_AS_INDENT: 'use spaces, not a tab, before the text',
  BLOCK_AS_IMPLICIT_KEY: 'put text with a colon in it in quotes: "SLT-gruppe: rus og krim"',
  MULTILINE_IMPLICIT_KEY: 'a field ends with a colon and a space: «name: Politiråd»',
  MISSING_CHAR: 'a quote or bracket that begins here or above does not end',
  DUPLICATE_KEY: 'the same field stands twice',
}
const yamlMend = ({ code, message }: YAMLParseError) => yamlMends[code] ?? message.split('\n')[0] ?? ''

// zod's words for what is missing or of another kind, in the words of who writes the file.
function mendOf(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'is missing'
  if (issue.code === 'invalid_type' && issue.expected === 'array') return 'is a list: begin each of its lines with «- »'
  if (issue.code === 'invalid_type' && issue.expected === 'object') return 'has fields of its own below it'
  if (issue.code === 'invalid_type' && issue.expected === 'string') return `put «${String(issue.input)}» in quotes`
  if (issue.code === 'invalid_type' && ['number', 'int'].includes(issue.expected))
    return `is a number, not «${String(issue.input)}»`
  if (issue.code === 'invalid_value')
    return issue.input === undefined
      ? `is missing; one of ${issue.values.join(', ')}`
      : `there is no «${String(issue.input)}» here; one of ${issue.values.join(', ')}`
  return undefined
}

const unlike = (faults: Fault[]): Fault[] => [...new Map(faults.map((one) => [JSON.stringify(one), one])).values()]

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
      ? `there is no field ${issue.keys.join(', ')} here; see packages/db/data-files.md${issue.keys.some((key) => /\s/.test(key)) ? ' (text with a comma or colon in it stands in quotes)' : ''}`
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
