const LONGEST = 40

/**
 * The shape of a text without its content: `PI_5` is `AA_9`, and `شرکت` is `بببب`. For what an administrator has named,
 * which may hold the name of a person.
 */
export function shapeOf(text: string): string {
  return Array.from(text.slice(0, LONGEST), shapeOfCharacter).join('')
}

function shapeOfCharacter(character: string): string {
  if (/\p{Nd}/u.test(character)) return '9'
  if (/\p{Lu}/u.test(character)) return 'A'
  if (/\p{Ll}/u.test(character)) return 'a'
  if (/\p{Script=Arabic}/u.test(character)) return 'ب'
  return /[-_./() ]/.test(character) ? character : '?'
}
