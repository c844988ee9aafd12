/**
 * Whether a name has a visible character. A name of joiners and combining marks alone would make a contact that
 * nobody can find.
 */
export function canBeSeen(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text)
}
