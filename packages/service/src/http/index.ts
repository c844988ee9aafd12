export { createApp, type AppCompany, type AppOptions } from './create-app'
export { closeServer, listen } from './listen'
