import { format } from 'node:util'
import { noteSecret, recordOutput } from './test-record'

// Every test file runs this first. It keeps everything that the test file writes to the console and the terminal. Every session, token and
// password that leaves in a request counts as a secret. When all tests are done, `global-setup.ts` looks for the secrets in the output.

for (const method of ['debug', 'dir', 'error', 'info', 'log', 'table', 'trace', 'warn'] as const) {
  const original = console[method].bind(console)
  console[method] = (...args: unknown[]) => {
    recordOutput(format(...args))
    Reflect.apply(original, console, args)
  }
}

for (const stream of [process.stdout, process.stderr]) {
  const original = stream.write.bind(stream)
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
    recordOutput(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString())
    return Reflect.apply(original, stream, [chunk, ...rest]) as boolean
  }
}

const passwordInJson = /"password"\s*:\s*"([^"]+)"/gi

globalThis.Request = new Proxy(globalThis.Request, {
  construct(target, args: ConstructorParameters<typeof Request>, newTarget: typeof Request) {
    const request: Request = Reflect.construct(target, args, newTarget)
    const credential = request.headers.get('authorization')?.replace(/^Bearer /, '')
    if (credential !== undefined) noteSecret(credential)
    const body = args[1]?.body
    if (typeof body === 'string') for (const [, password] of body.matchAll(passwordInJson)) noteSecret(password ?? '')
    return request
  },
})
