export { default as Facts } from './Facts.svelte'
export { default as Tree, type Branch } from './Tree.svelte'
