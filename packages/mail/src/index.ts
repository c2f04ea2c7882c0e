export { addressLetter } from './address.ts'
export { digestLetter, type SaidNews } from './digest.ts'
export { invitationLetter, type InvitationLetter } from './invitation.ts'
export type { Written } from './written.ts'
