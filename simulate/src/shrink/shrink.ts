/**
 * The fewest items, in their order, with which `fails` still says yes: halves, quarters and so on are left out as long as that
 * works (delta debugging). Ends early after `maxRuns` questions, with what it has by then.
 */
export async function shrink<T>(
  items: readonly T[],
  fails: (some: readonly T[]) => Promise<boolean>,
  maxRuns: number,
): Promise<readonly T[]> {
  let left = items
  let runs = 0
  let size = Math.ceil(left.length / 2)
  while (size >= 1 && left.length > 0) {
    let isShorter = false
    for (let start = 0; start < left.length && runs < maxRuns;) {
      const without = [...left.slice(0, start), ...left.slice(start + size)]
      runs += 1
      if (await fails(without)) {
        left = without
        isShorter = true
      } else start += size
    }
    if (runs >= maxRuns) break
    if (size === 1 && !isShorter) break
    size = size === 1 ? 1 : Math.ceil(size / 2)
  }
  return left
}
