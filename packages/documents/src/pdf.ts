import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import type { MinutesDocument } from './minutes.ts'
import { template } from './template.ts'

let compiler: NodeCompiler | undefined

/** Minutes as a PDF with tags, by PDF/UA-1. What no letter form is at hand for stands as a box. */
export function pdfOf(document: MinutesDocument): Uint8Array {
  const words = JSON.stringify(document)
    // What a word processor leaves behind: its own bullets, and signs that are none.
    .replaceAll('\uf0b7', '•')
    .replaceAll(/\\u00[01][0-9a-f]|[\u007f-\u009f]/g, (sign) => (sign === '\\u0009' ? ' ' : ''))
  try {
    return compiled(words)
  } catch {
    // The standard wants a form for every letter.
    return compiled(words.replaceAll(beyondTheFont, '□'))
  }
}

// Latin, Greek, Cyrillic, punctuation, and the signs that stand in minutes.
const beyondTheFont =
  /[^\u0020-\u024f\u02b0-\u036f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20ac\u2116\u2122\u2190-\u2193\u2212\u2260\u2264\u2265\u25a1]/gu

function compiled(words: string): Uint8Array {
  compiler ??= NodeCompiler.create()
  const pdf = compiler.pdf(
    { mainFileContent: template, inputs: { document: words } },
    { pdfStandard: PdfStandard.UA_1 },
  )
  compiler.evictCache(10)
  return pdf
}
