import type { Said } from '@siagh-sync/sync-core/messages'
import { saidInEnglish } from '../messages/service-messages'

/** Why a configuration cannot be used. */
export interface ConfigError {
  readonly kind: 'config'
  /** In English. */
  readonly message: string
  /** Everything that is wrong, one English sentence each. No sentence repeats the value of a setting. */
  readonly details: readonly string[]
  /** The same in a form that can be shown in any language. */
  readonly said: Said
}

/** Makes the error. */
export function configError(said: Said): ConfigError {
  return { kind: 'config', ...saidInEnglish(said), said }
}
