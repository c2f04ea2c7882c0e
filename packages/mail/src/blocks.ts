import { template } from './generated/template.ts'

/** What a letter consists of: each part is said both as plain text and as HTML. */
export type Block =
  | { text: string }
  | { heading: string }
  | { quote: string }
  | { facts: { label: string; text: string }[] }
  | { list: { text: string; href?: string | null; details?: string | null }[] }
  | { button: string; href: string }

/** A letter before it is addressed: the parts, and what stands small at its foot. */
export type Said = { title: string; sender: string; language: string; blocks: Block[]; foot: Block[] }

export const textOf = ({ blocks, foot }: Said): string =>
  `${blocks.map(plain).join('\n\n')}\n\n-- \n${foot.map(plain).join('\n')}\n`

export function htmlOf({ title, sender, language, blocks, foot }: Said): string {
  const parts: Record<string, string> = {
    title: escaped(title),
    sender: escaped(sender),
    content: `<h1>${escaped(title)}</h1>${blocks.map(marked).join('')}`,
    foot: foot.map(marked).join(''),
  }
  return template
    .replace(/<html lang="\w*"/, `<html lang="${language}"`)
    .replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => parts[name] ?? '')
}

function plain(block: Block): string {
  if ('text' in block) return block.text
  if ('heading' in block) return block.heading.toUpperCase()
  if ('quote' in block) return block.quote.replaceAll(/^/gm, '> ')
  if ('facts' in block) return block.facts.map(({ label, text }) => `${label}: ${text}`).join('\n')
  if ('list' in block)
    return block.list
      .map(({ text, href, details }) => [`* ${text}`, details, href].filter(Boolean).join('\n  '))
      .join('\n')
  return `${block.button}:\n${block.href}`
}

function marked(block: Block): string {
  if ('text' in block) return `<p>${escaped(block.text)}</p>`
  if ('heading' in block) return `<h2>${escaped(block.heading)}</h2>`
  if ('quote' in block) return `<p class="quote">${escaped(block.quote)}</p>`
  if ('facts' in block)
    return `<table>${block.facts
      .map(({ label, text }) => `<tr><th scope="row">${escaped(label)}</th><td>${escaped(text)}</td></tr>`)
      .join('')}</table><br>`
  if ('list' in block)
    return `<ul>${block.list
      .map(({ text, href, details }) => {
        const said = href ? `<a href="${escaped(href)}">${escaped(text)}</a>` : escaped(text)
        return `<li>${said}${details ? `<br>${escaped(details)}` : ''}</li>`
      })
      .join('')}</ul>`
  return `<p class="button"><a href="${escaped(block.href)}">${escaped(block.button)}</a></p>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (letter) => entities[letter] ?? letter)
