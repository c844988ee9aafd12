import * as z from 'zod'
import { milliseconds, section, text, type InputOf, type OutputOf } from './values'

const formsShape = {
  /** Default `2BFDA`. */
  contact: text.default('2BFDA'),
  /** Default `43D81`. */
  preInvoice: text.default('43D81'),
}

/** Ids of the installation's forms. */
export interface FormRules extends OutputOf<typeof formsShape> {}
/** Ids of the installation's forms, where they are others. */
export interface FormRulesInput extends InputOf<typeof formsShape> {}

export const formRules = section<FormRules, FormRulesInput>(z.strictObject(formsShape))

const retryShape = {
  /** Attempts before a change becomes a dead letter. Default 12. */
  attempts: z.int().min(1).default(12),
  /** Default 2,000 ms. */
  firstDelayMs: milliseconds.default(2_000),
  /** Default 900,000 ms. */
  maxDelayMs: milliseconds.default(900_000),
  /** The wait after a write whose answer was lost. Default 30,000 ms. */
  afterUnknownWriteMs: milliseconds.default(30_000),
}

/** Backoff is exponential with full jitter. */
export interface RetryRules extends OutputOf<typeof retryShape> {}
/** Backoff, as far as a site wants it otherwise. */
export interface RetryRulesInput extends InputOf<typeof retryShape> {}

export const retryRules = section<RetryRules, RetryRulesInput>(z.strictObject(retryShape))

const days = z.union([z.literal('for-ever'), z.number().positive()], "must be a number of days or 'for-ever'")

const retentionShape = {
  /** How long the journal tells of a run. Default 365. */
  journalDays: days.default(365),
  /** How long the inbox remembers a change that was handled. Default 30. */
  settledDays: days.default(30),
}

/** How long the store keeps what it no longer needs. What is pending, failed or mapped is always kept. */
export interface RetentionRules extends OutputOf<typeof retentionShape> {}
/** How long the store keeps things, as far as a site wants it otherwise. */
export interface RetentionRulesInput extends InputOf<typeof retentionShape> {}

export const retentionRules = section<RetentionRules, RetentionRulesInput>(z.strictObject(retentionShape))
