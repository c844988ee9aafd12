import type { Ask, Commands, Reply } from './commands'

/** Makes this process answer its parent's asks, and end when the parent ends or lets it go. */
export function answerParent(commands: Commands): void {
  const handlers = new Map<string, (...args: never[]) => Promise<unknown>>(Object.entries(commands))
  // A parent that has ended gets no answer. The code below notices that the parent has disconnected.
  const reply = (message: Reply) => process.send?.(message, undefined, undefined, () => {})
  process.on('message', ({ id, name, args }: Ask) => {
    const handler = handlers.get(name) ?? (() => Promise.reject(new Error(`there is no command ${name}`)))
    handler(...(args as never[])).then(
      (answer) => reply({ id, answer }),
      (error: unknown) =>
        reply({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
  })
  process.on('disconnect', () => process.exit(0))
}
