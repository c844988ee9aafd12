import { reaches, type Goal, type Measure } from '../measure'

const headings = ['what', 'measured', 'goal', '', 'how it came about'] as const

/** The figures as a table in Markdown, which can be read in a terminal and pasted into the README. */
export function toTable(measures: readonly Measure[]): string {
  const rows = [headings, ...measures.map(cellsOf)]
  const widths = headings.map((_, column) => Math.max(3, ...rows.map((cells) => cells[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const [head, ...lines] = rows.map(line)
  return [head, line(widths.map((width) => '-'.repeat(width))), ...lines].join('\n')
}

function cellsOf(measure: Measure): readonly string[] {
  const { what, value, goal, detail } = measure
  if (!goal) return [what, figure(value), '', '', detail]
  return [what, figure(value), goalText(goal), reaches(measure) ? 'ok' : '**missed**', detail]
}

function goalText(goal: Goal): string {
  return 'atLeast' in goal ? `>= ${goal.atLeast}` : `<= ${goal.atMost}`
}

function figure(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2)
}
