/** Writes a line to the terminal of the person who runs the command. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
