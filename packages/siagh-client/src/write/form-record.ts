import type { Encoded } from './pairs'

/** The parts of a request that depend on the form: its pairs and its grid. */
export interface FormRecord<Control extends string, Parameter extends string> {
  readonly ctrlValues: Encoded<Control>
  readonly parameters: Encoded<Parameter>
  readonly dataRows: string
}
