export { probe } from './probe'
export { watchAnswers, type SeenAnswer, type WatchedAnswers } from './watch-answers'
export { quickLookAtContacts, quickLookAtCrm } from './quick-look'
export { bundleOf } from './bundle/bundle-of'
export { probeMessages } from './messages/probe-messages'
export type { CrmReads, ProbedServers, SiaghReads } from './servers'
export type { Finding, Verdict } from './finding'
export { CRM_QUESTIONS, HIDDEN_QUESTIONS, SIAGH_QUESTIONS, type Question } from './questions'
export {
  planTrial,
  type PlannedContact,
  type PlannedDocument,
  type TrialPlan,
  type TrialRecords,
} from './trial/trial-plan'
export { runTrial, type ReadBackContact, type ReadBackField, type TrialReport } from './trial/run-trial'
export type * from './probe-events'
export type { Proposal, ProposedValue } from './propose/proposal'
export type { SiteQuestion } from './propose/site-questions'
export type { DocumentCounts, ReadingCounts, TypeOfDocuments, UnansweredRule } from './samples/document-counts'
export type { IdentityCounts } from './samples/identity-counts'
export type { RefIdCounts } from './samples/ref-ids'
export type { CustomerNumbers, NumberScheme } from './samples/customer-numbers'
export type { ContactCounts, TmpidForm } from './siagh/contact-counts'
export type { LabelCount } from './label-counts'
