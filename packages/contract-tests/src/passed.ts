import { setTimeout } from 'node:timers/promises'

/** Lets real time pass: the backend's clock may be on another machine. */
export const passed = (ms: number): Promise<void> => setTimeout(ms)
