export { default } from '@samrad/config/eslint'
