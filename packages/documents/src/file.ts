import { docxOf } from './docx.ts'
import type { MinutesDocument } from './minutes.ts'
import { pdfOf } from './pdf.ts'

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}
export type Format = keyof typeof types

export const isFormat = (format: string): format is Format => Object.hasOwn(types, format)

/** A document as a file to be kept under a name. */
export async function fileOf(document: MinutesDocument, format: Format, name: string): Promise<Response> {
  const body = format === 'pdf' ? pdfOf(document) : await docxOf(document)
  return new Response(body as BodyInit, {
    headers: {
      'content-type': types[format],
      'content-length': String(body.byteLength),
      'content-disposition': `attachment; filename="${name}.${format}"`,
    },
  })
}
