import type { Answer } from '../answer'
import type { Dialect } from '../dialect/dialect'
import { parseJson } from '../parse-json'

const messageIn = (body: Answer['body']): string => {
  const parsed = typeof body === 'string' ? parseJson(body) : undefined
  const message =
    typeof parsed === 'object' && parsed !== null ? new Map<string, unknown>(Object.entries(parsed)).get('message') : ''
  return typeof message === 'string' ? message : ''
}

const typed = (type: string): Answer['headers'] => ({ 'content-type': `${type}; charset=utf-8` })

/** An error as this installation words it: there is no common body. Any other answer stays as it is. */
export const errorAnswer = (answer: Answer, { crmErrors }: Dialect): Answer => {
  if (answer.status < 400 || crmErrors === 'object') return answer
  const message = messageIn(answer.body)
  switch (crmErrors) {
    case 'message':
      return { ...answer, body: JSON.stringify({ message }) }
    case 'json-text':
      return { ...answer, body: JSON.stringify(message) }
    case 'plain-text':
      return { ...answer, body: message, headers: { ...answer.headers, ...typed('text/plain') } }
    case 'html':
      return {
        ...answer,
        body: `<!DOCTYPE html><html><body><h1>${message}</h1></body></html>`,
        headers: { ...answer.headers, ...typed('text/html') },
      }
    case 'nothing':
      return { ...answer, body: '', headers: {} }
  }
}
