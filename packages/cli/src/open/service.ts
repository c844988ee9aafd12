// Loaded when a command opens something, so that `--help` does not wait for it.
export {
  addressOf,
  createClosings,
  loadConfig,
  openClients,
  openStore,
  openSync,
  withoutPassword,
  withPlace,
} from '@siagh-sync/service'
