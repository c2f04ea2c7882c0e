import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import type { MinutesDocument } from './minutes.ts'
import { template } from './template.ts'

let compiler: NodeCompiler | undefined

/** Minutes as a PDF with tags, by PDF/UA-1. */
export function pdfOf(document: MinutesDocument): Uint8Array {
  compiler ??= NodeCompiler.create()
  const inputs = { document: JSON.stringify(document) }
  const pdf = compiler.pdf({ mainFileContent: template, inputs }, { pdfStandard: PdfStandard.UA_1 })
  compiler.evictCache(10)
  return pdf
}
