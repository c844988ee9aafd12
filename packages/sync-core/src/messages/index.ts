// What is said to people, in English and Persian: for the command line, the operator API, and a page of one's own.
export type * from './saying'
export { coreMessages, coreSaying, worded } from './core-messages'
export { defineMessages, sayingOf, type MakeSaying, type ParamsOf } from './define-messages'
export { errorSaying, reasonOf, sayingOfError, textOf } from './error-saying'
export { render, type WriteNumber } from './render'
export { englishLine, saidBy } from './said-by'
