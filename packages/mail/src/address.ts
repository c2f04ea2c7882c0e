import { m } from '@samrad/i18n'
import { htmlOf, textOf } from './blocks.ts'
import { inLanguage } from './language.ts'
import type { Written } from './written.ts'

/** Asks whoever reads an address whether it is theirs who want their post there. */
export const addressLetter = (language: string, confirmAt: string): Written =>
  inLanguage(language, () => {
    const title = m.letter_address_subject()
    const blocks = [{ text: m.letter_address_lead() }, { button: m.letter_address_confirm(), href: confirmAt }]
    const said = { title, sender: m.app_name(), language, blocks, foot: [{ text: m.letter_address_foot() }] }
    return { subject: title, text: textOf(said), html: htmlOf(said), calendar: null }
  })
