import { readFileSync } from 'node:fs'

/** A recorded exchange of the wire documents. */
export interface Exchange {
  readonly request: {
    readonly method: string
    readonly path: string
    readonly body?: Record<string, unknown>
  }
  readonly response: { readonly status: number; readonly body: unknown }
}

/** Reads a recorded exchange by its file name without `.json`. */
export const readExchange = (name: string): Exchange =>
  JSON.parse(readFileSync(new URL(`./vectors/${name}.json`, import.meta.url), 'utf8')) as Exchange

/** Sends a JSON request and reads the JSON answer. */
export const send = async (
  url: string,
  method: string,
  body?: unknown,
  authorization?: string,
): Promise<{ readonly status: number; readonly body: unknown }> => {
  const response = await fetch(url, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(authorization === undefined ? {} : { authorization }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) }
}
