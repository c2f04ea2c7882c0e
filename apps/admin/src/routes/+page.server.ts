import { localizeHref } from '@samrad/i18n'
import { redirect } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ parent }) => {
  const { viewer } = await parent()
  const slugs = new Set(viewer?.roles.flatMap(({ municipality }) => municipality?.slug ?? []))
  const [only] = slugs
  const isOperator = viewer?.roles.some(({ kind }) => kind === 'OPERATOR')
  if (isOperator && !slugs.size) redirect(303, localizeHref('/drift'))
  // Who only sits in bodies has a page of their own.
  if (viewer?.roles.length && viewer.roles.every(({ kind }) => kind === 'MEMBER'))
    redirect(303, localizeHref('/min-side'))
  if (only && slugs.size === 1) redirect(303, localizeHref(`/kommune/${only}`))
}
