import * as z from 'zod'
import type { WebhookControl } from '../webhooks/webhook-control'

const probability = z.number().min(0).max(1)
const events = z.array(z.enum(['Insert', 'Update', 'Delete']))
const order = z
  .strictObject({
    pointAt: z.string(),
    target: z.union([z.string(), z.record(z.enum(['Identity', 'Invoice', 'Quote']), z.string())]),
    events: z.partialRecord(z.enum(['Identity', 'Invoice', 'Quote']), events),
    updatesAfterInsert: z.number().int().min(0),
    delayMs: z.number().min(0),
    duplicates: probability,
    reordering: probability,
    loss: probability,
    concurrency: z.number().int().min(1),
  })
  .partial()

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> }

const present = <T extends object>(settings: T): Present<T> =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as Present<T>

/** Changes the webhook settings that the body names; `false` where it names others. */
export const orderWebhooks = (body: unknown, webhooks: WebhookControl): boolean => {
  const parsed = order.safeParse(body)
  if (!parsed.success) return false
  const { pointAt, ...settings } = parsed.data
  webhooks.set(present(settings))
  if (pointAt !== undefined) webhooks.pointAt(pointAt)
  return true
}
