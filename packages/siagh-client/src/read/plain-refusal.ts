import * as z from 'zod'

const refusal = z.object({
  ReturnValue: z.literal(false),
  ReturnCode: z.string().regex(/^\s*$/).nullish(),
  Errors: z.array(z.object({ ColName: z.string().nullish() })).nullish(),
})

/**
 * Whether a save was refused without naming a field. Nobody has seen how Siagh refuses an ended session, and it may
 * do it like this. A refusal leaves nothing behind (seen). Nobody knows that about a script that broke off, so that
 * is never a plain refusal.
 */
export function isPlainRefusal(body: unknown): boolean {
  const answer = refusal.safeParse(body)
  if (!answer.success || /runtime error/i.test(JSON.stringify(body))) return false
  return !(answer.data.Errors ?? []).some(({ ColName }) => ColName?.trim())
}
