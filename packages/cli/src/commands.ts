import type { Register } from './commands/define'

/**
 * The commands by name, in the order in which a company comes to need them, which is the order of `--help`. A command is loaded when it
 * is called, so that `--version`, and a command that needs little, do not wait for the others.
 */
export const commands: ReadonlyMap<string, () => Promise<Register>> = new Map([
  ['init', async () => (await import('./commands/init')).registerInit],
  ['hash-password', async () => (await import('./commands/hash-password')).registerHashPassword],
  ['config', async () => (await import('./commands/config')).registerConfig],
  ['check', async () => (await import('./commands/check')).registerCheck],
  ['probe', async () => (await import('./commands/probe')).registerProbe],
  ['import', async () => (await import('./commands/import')).registerImport],
  ['go-live', async () => (await import('./commands/go-live')).registerGoLive],
  ['user', async () => (await import('./commands/user')).registerUser],
  ['serve', async () => (await import('./commands/serve')).registerServe],
  ['status', async () => (await import('./commands/status')).registerStatus],
  ['failures', async () => (await import('./commands/failures')).registerFailures],
  ['retry', async () => (await import('./commands/retry')).registerRetry],
  ['in-doubt', async () => (await import('./commands/in-doubt')).registerInDoubt],
  ['settle', async () => (await import('./commands/settle')).registerSettle],
  ['held', async () => (await import('./commands/held')).registerHeld],
  ['release', async () => (await import('./commands/release')).registerRelease],
  ['refuse', async () => (await import('./commands/release')).registerRefuse],
  ['shadow', async () => (await import('./commands/shadow')).registerShadow],
  ['history', async () => (await import('./commands/history')).registerHistory],
  ['sync', async () => (await import('./commands/sync')).registerSync],
  ['catch-up', async () => (await import('./commands/catch-up')).registerCatchUp],
  ['reconcile', async () => (await import('./commands/reconcile')).registerReconcile],
  ['backup', async () => (await import('./commands/backup')).registerBackup],
  ['restore', async () => (await import('./commands/restore')).registerRestore],
  ['move-store', async () => (await import('./commands/move-store')).registerMoveStore],
  ['sandbox', async () => (await import('./commands/sandbox')).registerSandbox],
])
