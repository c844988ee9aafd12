import type { RawExchange, RecordedExchange } from './anonymise-exchange'
import type { RawWebhook } from './anonymise-webhook'

/** What an exchange is one of: the call and how it ended. It becomes the name of its file, as `siagh-save-form-data-2bfda-refused`. */
export function kindOfExchange(raw: RawExchange, { request, response }: RecordedExchange): string {
  const call = request.path
    .replace(/\?.*/, '')
    .split('/')
    .filter((part) => part !== '' && !/^(api|v\d|crmobject)$/i.test(part))
    .map((part) => part.replace(/([a-z])([A-Z])/g, '$1-$2').replace(/[^A-Za-z0-9-]/g, '-'))
  const form = /"formId":"([0-9A-F]{5})"/.exec(raw.requestBody ?? '')?.[1]
  const update = form !== undefined && /CodeMain=\d/.test(raw.requestBody ?? '') ? ['update'] : []
  const filter = raw.method === 'POST' && request.path.endsWith('GetAll') ? ['filtered'] : []
  const parts = [raw.system, ...call, ...(form === undefined ? [] : [form]), ...update, ...filter]
  return [...parts, ending(response)].join('-').toLowerCase().slice(0, 120)
}

function ending({ status, body, text }: RecordedExchange['response']): string {
  if (status < 200 || status > 299) return String(status)
  if (text !== undefined) return text === '' ? 'empty' : 'text'
  if (body === null) return 'null'
  if (Array.isArray(body)) return body.length === 0 ? 'none' : 'ok'
  const isRefused = typeof body === 'object' && 'ReturnValue' in body && body.ReturnValue === false
  return isRefused ? 'refused' : 'ok'
}

/** What a webhook is one of, as `webhook-identity-get-202`. */
export function kindOfWebhook({ method, path, status }: RawWebhook): string {
  const [, endpoint = 'other'] = /^\/(identity|invoice|quote)\/?(?:\?|$)/i.exec(path) ?? []
  return ['webhook', endpoint, method, String(status)].join('-').toLowerCase()
}
