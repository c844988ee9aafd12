/** So many that are missing may have been deleted by people since. */
const FEW = 10

/**
 * Whether a list is too short to be believed: it is empty, or it lacks more than a few and more than half of what the store knows. `known`: so
 * many records are linked; `missing`: so many of these the list lacks; `listed`: so many records it has.
 */
export function hasLostMuch(known: number, missing: number, listed: number): boolean {
  if (listed === 0) return known > 0
  return missing > FEW && missing * 2 > known
}
