/** Whether a name shows anything: joiners and combining marks alone would make a contact without a name that anybody could find. */
export function canBeSeen(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text)
}
