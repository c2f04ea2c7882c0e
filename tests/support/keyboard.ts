import type { Page } from '@playwright/test'

const kinds = ['button', 'checkbox', 'link', 'textbox'] as const

/** Goes on with the tab key until it stands on what has that name. */
export async function tabTo(page: Page, name: RegExp | string): Promise<void> {
  const [first, ...others] = kinds.map((kind) =>
    page.getByRole(kind, { name, ...(kind === 'textbox' ? { exact: true } : {}) }),
  )
  const target = others.reduce((some, one) => some.or(one), first as NonNullable<typeof first>)
  // Not looked at each of the stops on the way: that is most of the time it takes.
  const blindly = (await target.first().evaluate(stopsUntil)) - 3
  for (let step = 0; step < blindly; step++) await page.keyboard.press('Tab')
  for (let step = 0; step < 200; step++) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`never came to ${String(name)}`)
}

/** How many stops of the tab key there are from where somebody is to an element, about. */
function stopsUntil(element: Element): number {
  const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(
    (one) => !(one as HTMLButtonElement).disabled && one.checkVisibility(),
  )
  return stops.indexOf(element) - stops.indexOf(document.activeElement ?? document.body)
}
