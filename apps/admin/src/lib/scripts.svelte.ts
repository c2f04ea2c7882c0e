import { tick } from 'svelte'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

let areReady = $state(false)
/** Pages are sent ready to use without scripts; what only these can do is shown when they have taken the page over. */
export const scripts = {
  get areReady(): boolean {
    return areReady
  },
}

/**
 * On a slow network people fill in a form before the scripts of its page have come; these then set every field to what
 * it was sent with. Call it before the fields are taken over, and what it returns after: it types again what was typed.
 */
export function typedEarly(): () => Promise<void> {
  // What a browser brings back by itself, after a reload, belongs to an older page.
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const controls = document.querySelectorAll<Control>('main :is(input:not([type=hidden]), select, textarea)')
  const changed = navigation?.type === 'navigate' ? [...controls].filter(isChanged) : []
  const typed = changed.map((control) => ({ control, state: stateOf(control) }))
  return async () => {
    for (const { control, state } of typed) {
      if (stateOf(control) !== state) typeAgain(control, state)
      await tick()
    }
    areReady = true
    document.documentElement.dataset['scripts'] = 'ready'
  }
}

const isBox = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)

const stateOf = (control: Control): string | boolean => (isBox(control) ? control.checked : control.value)

function isChanged(control: Control): boolean {
  if (isBox(control)) return control.checked !== control.defaultChecked
  if (!(control instanceof HTMLSelectElement)) return control.value !== control.defaultValue
  const asSent = [...control.options].findIndex(({ defaultSelected }) => defaultSelected)
  return control.selectedIndex !== Math.max(0, asSent)
}

function typeAgain(control: Control, state: string | boolean) {
  if (typeof state === 'boolean') (control as HTMLInputElement).checked = state
  else control.value = state
  for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind, { bubbles: true }))
}
