import type { Reason } from './api-error'

const longestReason = 500

/** The body of an error answer: parsed JSON, or the text if it is not JSON. `undefined`: the body is empty. */
export function errorBody(text: string): unknown {
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/**
 * The server's words in the forms that both servers use: `{ message }`, `{ Message }`, a JSON string, plain text.
 * HTML is not a reason.
 */
export function reasonsIn(body: unknown): Reason[] {
  const message = typeof body === 'string' ? body : messageField(body)
  if (message === undefined || message.trim() === '' || message.trimStart().startsWith('<')) return []
  return [{ message: message.trim().slice(0, longestReason) }]
}

function messageField(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const value = 'message' in body ? body.message : 'Message' in body ? body.Message : undefined
  return typeof value === 'string' ? value : undefined
}
