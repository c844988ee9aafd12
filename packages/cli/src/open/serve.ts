// Loaded when the service is started: it brings Express along.
export { startService, stopInTime } from '@siagh-sync/service'
