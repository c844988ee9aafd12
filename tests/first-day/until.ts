const LIMIT_MS = 60_000

/** Resolves when it is so; rejects with `what` did not happen, where the story has taken another course. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const begin = Date.now()
  while (!(await isSo())) {
    if (Date.now() - begin > LIMIT_MS) throw new Error(`Within ${LIMIT_MS / 1_000} s this did not happen: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
