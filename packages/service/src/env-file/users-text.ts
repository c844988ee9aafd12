/**
 * The users in a text such as `sara:operator:HASH; reza:viewer:HASH`. Each is a list of its words: name, role and hash
 * of the password, if it is written well.
 */
export function usersInText(text: string): readonly (readonly string[])[] {
  return text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => part.split(':').map((word) => word.trim()))
}
