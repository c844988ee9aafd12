import type { Config } from '@siagh-sync/service'

/** The steps of going live, in their order. */
export const STEPS = ['check', 'probe', 'backup', 'import-dry', 'import', 'shadow', 'held', 'live'] as const

export type StepName = (typeof STEPS)[number]

/** What the steps that change the configuration set. */
export const SETTINGS = {
  shadow: { mode: 'shadow' },
  held: { mode: 'live', hold: 'all' },
  live: { mode: 'live', hold: 'none' },
} as const satisfies Partial<Record<StepName, Partial<Pick<Config, 'mode' | 'hold'>>>>

export type SettingStep = keyof typeof SETTINGS

export function isSettingStep(step: StepName): step is SettingStep {
  return Object.hasOwn(SETTINGS, step)
}

/** Whether the configuration says what the step asks for. */
export function isInForce(step: SettingStep, { mode, hold }: Pick<Config, 'mode' | 'hold'>): boolean {
  if (step === 'shadow') return mode === 'shadow'
  return mode === 'live' && (hold === 'none') === (step === 'live')
}
