import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as z from 'zod'

const exchangeSchema = z.object({
  request: z.object({ method: z.string(), path: z.string(), body: z.unknown().optional() }),
  response: z.object({
    status: z.number(),
    headers: z.record(z.string(), z.string()).optional(),
    body: z.unknown().optional(),
    /** In place of `body`: the answer was no JSON. */
    text: z.string().optional(),
  }),
})

/** A request and its answer, as they were recorded. */
export type RecordedExchange = z.infer<typeof exchangeSchema>

/** What was said to each server, in order. */
export interface Recording {
  readonly siagh: readonly RecordedExchange[]
  readonly crm: readonly RecordedExchange[]
}

/** The number at the end of a file's name says when it was recorded. */
const numberOf = (file: string): number => Number(/-(\d+)\.json$/.exec(file)?.[1] ?? 0)

const readExchange = (file: string): RecordedExchange => {
  const parsed = exchangeSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file} is not a recorded exchange.`)
  return parsed.data
}

/** Reads the files of a folder and of the folders in it. Throws one sentence where there is no recording. */
export const readRecording = (folder: string): Recording => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(siagh|crm)-.*\.json$/.test(basename(file)) && basename(file) !== 'crm-webhooks.json')
    .sort((one, other) => numberOf(one) - numberOf(other) || one.localeCompare(other))
  if (files.length === 0) throw new Error(`${folder} holds no recording: no file siagh-….json or crm-….json.`)
  const of = (system: string): readonly RecordedExchange[] =>
    files.filter((file) => basename(file).startsWith(`${system}-`)).map((file) => readExchange(join(folder, file)))
  return { siagh: of('siagh'), crm: of('crm') }
}
