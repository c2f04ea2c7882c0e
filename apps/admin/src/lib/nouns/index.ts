import { area } from './area'
import { arena } from './arena'
import { body } from './body'
import type { DeskNoun } from './noun'
import { organisation } from './organisation'
import { post } from './post'
import { scheme } from './scheme'

/** The kinds of things that the desk keeps, in the order of its menu. */
export const nouns: readonly DeskNoun[] = [body, area, scheme, post, arena, organisation]

/** The kind of thing of a part of an address that is known to be one. */
export function nounAt(path: string): DeskNoun {
  const noun = nouns.find((one) => one.path === path)
  if (!noun) throw new Error(`no kind of thing at ${path}`)
  return noun
}
