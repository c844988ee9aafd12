/** When every world begins. */
export const START = Date.parse('2025-12-21T10:00:00Z')
