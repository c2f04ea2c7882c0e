export { default } from '@samrad/config/vitest'
