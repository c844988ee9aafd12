import type { Said } from '@siagh-sync/sync-core/messages'
import { saidInEnglish } from '../messages/service-messages'

/** Why a configuration cannot be used. */
export interface ConfigError {
  readonly kind: 'config'
  /** In English. */
  readonly message: string
  /** What is wrong, a sentence each, in English. No sentence repeats what a setting holds. */
  readonly details: readonly string[]
  /** The same, to be said in any language. */
  readonly said: Said
}

/** The error that says this. */
export function configError(said: Said): ConfigError {
  return { kind: 'config', ...saidInEnglish(said), said }
}
