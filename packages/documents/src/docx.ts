import { Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { DocumentItem, MinutesDocument } from './minutes.ts'

const tags: Record<string, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }
const tagOf = (language: string): string => tags[language] ?? language

/** Minutes as a document for Word. */
export async function docxOf(document: MinutesDocument): Promise<Uint8Array> {
  const { title, author, language, facts, lead, items, addenda, foot } = document
  const children = [
    new Paragraph({ children: runs(author) }),
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(title) }),
    ...facts.map(
      ({ label, text }) =>
        new Paragraph({
          spacing: { after: 60 },
          children: [new TextRun({ text: `${label}: `, bold: true }), ...runs(text)],
        }),
    ),
    ...(lead ? [new Paragraph({ children: runs(lead) })] : []),
    ...items.flatMap(itemParagraphs),
    ...(addenda
      ? [
          new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(addenda.title) }),
          ...addenda.texts.flatMap((text) => paragraphs(text)),
        ]
      : []),
  ]
  const footer = new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({ text: `${foot}   `, size: 17 }),
          new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 17 }),
        ],
      }),
    ],
  })
  const file = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 22, language: { value: tagOf(language) } },
          paragraph: { spacing: { after: 160 } },
        },
        heading1: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 200 } } },
        heading2: {
          run: { size: 26, bold: true },
          paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
        },
        heading3: { run: { size: 22, bold: true }, paragraph: { spacing: { before: 160, after: 80 }, keepNext: true } },
      },
    },
    sections: [{ footers: { default: footer }, children }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

function itemParagraphs({ heading, language, details, texts, decision, points }: DocumentItem): Paragraph[] {
  const own = language ?? undefined
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(heading, own) }),
    ...(details ? [new Paragraph({ children: [new TextRun({ text: details, size: 19 })] })] : []),
    ...texts.flatMap((text) => paragraphs(text, own)),
    ...(decision
      ? [
          new Paragraph({
            border: { left: { style: 'single', size: 18, space: 8, color: '666666' } },
            children: [new TextRun({ text: `${decision.label}: `, bold: true }), ...runs(decision.text, own)],
          }),
        ]
      : []),
    ...(points
      ? [
          new Paragraph({ heading: HeadingLevel.HEADING_3, children: runs(points.label) }),
          ...points.texts.map((text) => new Paragraph({ bullet: { level: 0 }, children: runs(text, own) })),
        ]
      : []),
  ]
}

const paragraphs = (text: string, language?: string): Paragraph[] =>
  text.split(/\n\s*\n/).map((part) => new Paragraph({ children: runs(part, language) }))

const runs = (text: string, language?: string): TextRun[] =>
  text.split('\n').map(
    (line, nth) =>
      new TextRun({
        text: line,
        ...(nth ? { break: 1 } : {}),
        ...(language ? { language: { value: tagOf(language) } } : {}),
      }),
  )
