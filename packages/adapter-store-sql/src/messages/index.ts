// What a store says to people, in English and Persian: for the service, the command line, and a page of one's own.
export { storeMessages } from './store-messages'
