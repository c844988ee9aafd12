export { serveStore } from './serve-store'
