import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import mjml2html from 'mjml'

const source = readFileSync(join(import.meta.dirname, 'template.mjml'), 'utf8')
const { html, errors } = await mjml2html(source, { validationLevel: 'strict', fonts: {} })
if (errors.length) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('\n'))

const folder = join(import.meta.dirname, 'generated')
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'template.ts'), `export const template = ${JSON.stringify(html)}\n`)
