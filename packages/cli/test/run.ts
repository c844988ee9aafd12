import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable, Writable } from 'node:stream'
import { createSandbox, sampleSite, type Sandbox, type SandboxOptions } from '@siagh-sync/sandbox'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import type { Io } from '../src/io'
import { runCli } from '../src/run-cli'

/** What a run of the command line came to. */
export interface Ran {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** How a run is to look to the command. */
export interface Surroundings {
  readonly stdin?: string | Buffer
  /** Typed at a terminal, one after the other. */
  readonly keys?: readonly string[]
  /** Typed at a terminal, each after its question stands on stderr. */
  readonly answers?: readonly (readonly [question: RegExp, answer: string])[]
  /** Both outputs are a terminal of so many columns. */
  readonly columns?: number
  readonly env?: NodeJS.ProcessEnv
  /** Hands over what stands for Ctrl-C. */
  readonly onStart?: (interrupt: () => void) => void
  readonly onStdout?: (text: string) => void
  readonly onStderr?: (text: string) => void
}

/** A folder of its own, and the two servers over HTTP, for one test. */
export interface Site {
  readonly folder: string
  readonly sandbox: Sandbox
  readonly env: NodeJS.ProcessEnv
  /** Runs the command line within this process. */
  readonly run: (args: readonly string[], surroundings?: Surroundings) => Promise<Ran>
}

export const SECRET = 'a-secret-of-the-webhooks'

/** An empty folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'siagh-sync-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export async function openSite(options: SandboxOptions = { contacts: 0 }): Promise<Site> {
  const folder = temporaryFolder()
  // A test has no time for the pauses of a service.
  const rules = { sweepEveryMs: 50, settleDelayMs: 0 }
  writeFileSync(join(folder, 'siagh-sync.config.json'), JSON.stringify({ rules }))
  const sandbox = createSandbox(options)
  const listening = await sandbox.listen()
  onTestFinished(() => listening.close())
  const env = {
    SIAGH_URL: listening.siaghUrl,
    SIAGH_USERNAME: sandbox.siagh.username,
    SIAGH_PASSWORD: sandbox.siagh.password,
    CRM_URL: listening.crmUrl,
    CRM_USERNAME: sandbox.crm.username,
    CRM_PASSWORD: sandbox.crm.password,
    WEBHOOK_SECRET: SECRET,
    PORT: '0',
    ...sampleSite.environment,
  }
  return { folder, sandbox, env, run: (args, given) => run(folder, env, args, given) }
}

/** Runs the command line within this process, in a folder and with an environment of its own. */
export async function run(
  folder: string,
  env: NodeJS.ProcessEnv,
  args: readonly string[],
  { stdin = '', keys, answers, columns, env: more = {}, onStart, onStdout, onStderr }: Surroundings = {},
): Promise<Ran> {
  const stdout = collector(columns, onStdout)
  const person = answers && answering(answers)
  const stderr = collector(columns, (text) => (person?.hear(text), onStderr?.(text)))
  const listeners = new Set<Parameters<Io['onSignal']>[0]>()
  const io: Io = {
    env: { ...env, ...more },
    cwd: folder,
    stdin: person ? person.stdin : keys ? typing(keys) : Readable.from(stdin.length === 0 ? [] : [Buffer.from(stdin)]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    onSignal(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    exitNow: (code) => {
      throw new Error(`ended at once with ${code}`)
    },
  }
  onStart?.(() => listeners.forEach((listener) => listener('SIGINT')))
  const exitCode = await runCli(args, io)
  return { exitCode, stdout: stdout.text(), stderr: stderr.text() }
}

/** A terminal at which somebody answers one question after the other, who has `hear`d what stands on it. */
function answering(answers: readonly (readonly [RegExp, string])[]) {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} })
  const left = [...answers]
  let from = 0
  const hear = (text: string) => {
    const [next] = left
    if (!next?.[0].test(text.slice(from))) return
    from = text.length
    left.shift()
    setImmediate(() => stdin.write(`${next[1]}\r`))
  }
  return { stdin, hear }
}

/** A terminal at which somebody types. */
export function typing(keys: readonly string[]): Io['stdin'] {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} })
  const type = async () => {
    for (const key of keys) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      stdin.write(key)
    }
  }
  void type()
  return stdin
}

function collector(columns: number | undefined, heard: (text: string) => void = () => {}) {
  let text = ''
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString()
      heard(text)
      done()
    },
  })
  // What a progress bar asks of a terminal.
  const terminal = { isTTY: true, columns, cursorTo: () => true, moveCursor: () => true, clearLine: () => true }
  return { stream: columns === undefined ? stream : Object.assign(stream, terminal), text: () => text }
}

/** The document that `--json` printed, of which there has to be one and nothing beside it. */
export function documentOf({ stdout }: Ran) {
  return envelope.parse(JSON.parse(stdout))
}

const failure = z.strictObject({
  kind: z.string(),
  code: z.string(),
  message: z.string().min(1),
  details: z.array(z.string()),
})

const envelope = z
  .strictObject({
    command: z.string(),
    ok: z.boolean(),
    exitCode: z.number(),
    result: z.record(z.string(), z.unknown()).optional(),
    error: failure.optional(),
  })
  .refine(({ ok, exitCode }) => ok === (exitCode === 0))
  .refine(({ result, error }) => (result === undefined) !== (error === undefined))
