const NARROWEST = 8

/** Widths of columns, the widest narrowed until all of them fit into `room` or none can give way any more. */
export function fitWidths(
  wanted: readonly { readonly width: number; readonly isWhole: boolean; readonly narrowest?: number }[],
  room: number,
): number[] {
  const widths = wanted.map(({ width }) => width)
  for (let excess = sum(widths) - room; excess > 0; excess -= 1) {
    const giving = widths.map((width, index) => {
      const { isWhole = false, narrowest = NARROWEST } = wanted[index] ?? {}
      return isWhole || width <= narrowest ? 0 : width
    })
    const widest = giving.indexOf(Math.max(...giving))
    if (giving[widest] === 0) break
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
