export { fileOf, isFormat, type Format } from './file.ts'
export { minutesDocument, type Minuted } from './minutes.ts'
