/** How long a test may take, and how long it waits for something: enough for a very busy machine. */
export const PATIENCE_MS = 120_000
