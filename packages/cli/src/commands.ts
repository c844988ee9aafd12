import { registerBackup } from './commands/backup'
import { registerCatchUp } from './commands/catch-up'
import { registerCheck } from './commands/check'
import type { Register } from './commands/define'
import { registerFailures } from './commands/failures'
import { registerHashPassword } from './commands/hash-password'
import { registerHistory } from './commands/history'
import { registerImport } from './commands/import'
import { registerInDoubt } from './commands/in-doubt'
import { registerInit } from './commands/init'
import { registerMoveStore } from './commands/move-store'
import { registerReconcile } from './commands/reconcile'
import { registerRestore } from './commands/restore'
import { registerRetry } from './commands/retry'
import { registerSandbox } from './commands/sandbox'
import { registerServe } from './commands/serve'
import { registerSettle } from './commands/settle'
import { registerStatus } from './commands/status'
import { registerSync } from './commands/sync'

/** In the order in which a company comes to need them, which is the order of `--help`. */
export const commands: readonly Register[] = [
  registerInit,
  registerHashPassword,
  registerCheck,
  registerImport,
  registerServe,
  registerStatus,
  registerFailures,
  registerRetry,
  registerInDoubt,
  registerSettle,
  registerHistory,
  registerSync,
  registerCatchUp,
  registerReconcile,
  registerBackup,
  registerRestore,
  registerMoveStore,
  registerSandbox,
]
