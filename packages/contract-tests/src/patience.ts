/** How long a test may take, and wait for something to happen: as long as the busiest machine needs. */
export const PATIENCE_MS = 120_000
