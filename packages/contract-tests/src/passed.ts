import { setTimeout } from 'node:timers/promises'

/** Waits in real time, because the backend's clock may be on another machine. */
export const passed = (ms: number): Promise<void> => setTimeout(ms)
