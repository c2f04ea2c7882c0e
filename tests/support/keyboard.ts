import type { Page } from '@playwright/test'

const kinds = ['button', 'checkbox', 'link', 'textbox'] as const

/** Goes on with the tab key until it stands on what has that name. */
export async function tabTo(page: Page, name: RegExp | string): Promise<void> {
  const [first, ...others] = kinds.map((kind) =>
    page.getByRole(kind, { name, ...(kind === 'textbox' ? { exact: true } : {}) }),
  )
  const target = others.reduce((some, one) => some.or(one), first as NonNullable<typeof first>)
  for (let step = 0; step < 200; step++) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`never came to ${String(name)}`)
}
