import type { SiaghSyncConfig } from './shape'

/** Gives a configuration its type: `export default defineConfig({ … })` in `siagh-sync.config.ts`. Checks nothing. */
export function defineConfig(config: SiaghSyncConfig): SiaghSyncConfig {
  return config
}
