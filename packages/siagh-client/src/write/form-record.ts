import type { Encoded } from './pairs'

/** What differs from one form to another: its pairs, under names of its own, and its grid. */
export interface FormRecord<Control extends string, Parameter extends string> {
  readonly ctrlValues: Encoded<Control>
  readonly parameters: Encoded<Parameter>
  readonly dataRows: string
}
