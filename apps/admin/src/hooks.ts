import { deLocalizeUrl } from '@samrad/i18n'
import type { Reroute } from '@sveltejs/kit/hooks'

export const reroute: Reroute = ({ url }) => deLocalizeUrl(url).pathname
