import type { MessageTable, MessageText, Param, Saying } from './saying'

/** The names of the placeholders in a text: `count` and `name` of `{count row/rows} of {name}`. */
type PlaceholdersIn<Text extends string> = Text extends `${string}{${infer Inside}}${infer Rest}`
  ? NameIn<Inside> | PlaceholdersIn<Rest>
  : never

type NameIn<Inside extends string> = Inside extends `${infer Name} ${string}` ? Name : Inside

/** The Persian text has to hold what the English one holds: no placeholder more, and none less. */
type SameInBoth<Table> = {
  readonly [Code in keyof Table]: Table[Code] extends {
    readonly en: infer En extends string
    readonly fa: infer Fa extends string
  }
    ? [PlaceholdersIn<En>, PlaceholdersIn<Fa>] extends [PlaceholdersIn<Fa>, PlaceholdersIn<En>]
      ? MessageText
      : { readonly en: string; readonly fa: `the placeholders of the English text: ${PlaceholdersIn<En>}` }
    : MessageText
}

/** A table of messages. A code without one of the languages, or whose two texts have other placeholders, does not compile. */
export function defineMessages<const Table extends MessageTable>(table: Table & SameInBoth<Table>): Table {
  return table
}

/** What a message of a table has to be told: nothing where it has no placeholder. */
export type ParamsOf<Text extends MessageText> = [PlaceholdersIn<Text['en']>] extends [never]
  ? readonly []
  : readonly [params: Readonly<Record<PlaceholdersIn<Text['en']>, Param>>]

/** Makes what is to be said of one of the messages of `Table`: a code that is not there, or a parameter too few, does not compile. */
export type MakeSaying<Table extends MessageTable> = <Code extends keyof Table & string>(
  code: Code,
  ...params: ParamsOf<Table[Code]>
) => Saying

/** What is to be said, by a code of `table`. */
export function sayingOf<const Table extends MessageTable>(_table: Table): MakeSaying<Table> {
  return (code, ...[params]) => ({ code, ...(params && { params }) })
}
