import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { join } from 'node:path'

/** Stands beside a server and outlives this process by a moment. */
export interface Guard {
  /** The server's process, which a guard has to end when nobody else did. */
  watch(pid: number): void
  /** The server has ended. */
  forget(): void
  /** Removes the folder. */
  end(): Promise<void>
}

// Its input ends with this process, however that ends: `kill -9` included, of which no handler of ours would hear.
const script = `
cat > /dev/null
pid=$(cat "$1/pid")
if [ -n "$pid" ]; then
  kill -s "$2" "$pid"
  left=50
  while [ "$left" -gt 0 ] && kill -0 "$pid"; do left=$((left - 1)); sleep 0.1; done
fi
rm -rf "$1"
`

/**
 * Sees to it that no server and no folder outlives this process. `signal` is what ends the server at once.
 * Detached, so that Ctrl-C in a terminal does not end it before its work.
 */
export function guard(folder: string, signal: 'QUIT' | 'KILL'): Guard {
  const note = (pid: string) => writeFileSync(join(folder, 'pid'), pid)
  note('')
  const child = spawn('sh', ['-c', script, 'guard', folder, signal], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.unref()
  if (child.stdin instanceof Socket) child.stdin.unref()
  return {
    watch: (pid) => note(String(pid)),
    forget: () => note(''),
    async end() {
      child.ref()
      const exit = once(child, 'exit')
      child.stdin.end()
      await exit
    },
  }
}
