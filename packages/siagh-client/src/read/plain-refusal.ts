import * as z from 'zod'

const refusal = z.object({
  ReturnValue: z.literal(false),
  ReturnCode: z.string().regex(/^\s*$/).nullish(),
  Errors: z.array(z.object({ ColName: z.string().nullish() })).nullish(),
})

/**
 * Whether a save was refused without a word about one of its fields. Nobody has seen how Siagh refuses a session that has ended, and it may
 * be so. A refusal leaves nothing behind (seen), but nobody knows that of a script that broke off: that is never a plain one.
 */
export function isPlainRefusal(body: unknown): boolean {
  const answer = refusal.safeParse(body)
  if (!answer.success || /runtime error/i.test(JSON.stringify(body))) return false
  return !(answer.data.Errors ?? []).some(({ ColName }) => ColName?.trim())
}
