/** Two columns of plain text. */
export function toTable(figures: readonly (readonly [string, string | number])[]): string {
  const width = Math.max(...figures.map(([name]) => name.length))
  return figures.map(([name, figure]) => `${name.padEnd(width)}  ${String(figure).padStart(8)}`).join('\n')
}
