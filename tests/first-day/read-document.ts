/** Something that the document has happen, in the order of the document. */
export type Step =
  /** A block `console`: a command, and what a terminal shows after it. `exit=3` behind `console`: it ends so; else with 0. */
  | { readonly kind: 'command'; readonly command: string; readonly exitCode: number; readonly shown: Span }
  /** A block `log`: what the running service has written since the last one. */
  | { readonly kind: 'log'; readonly shown: Span }
  /** A block with the name of a file behind its language: the reader writes that file. */
  | { readonly kind: 'file'; readonly name: string; readonly content: string }
  /** A comment `then: somebody-does-something`, which the reader does not see: what the words around it tell. */
  | { readonly kind: 'event'; readonly name: string }

/** A part of the document. */
export interface Span {
  readonly start: number
  readonly text: string
}

const PARTS = /^<!-- then: (?<event>[a-z-]+) -->$|^```(?<info>.*)\n(?<body>(?:.*\n)*?)```$/gm

/** Reads what happens in a document. Throws where a block is of no kind that could be held to anything. */
export function readDocument(text: string): Step[] {
  return [...text.matchAll(PARTS)].map((match) => {
    const { event, info = '', body = '' } = match.groups ?? {}
    if (event !== undefined) return { kind: 'event', name: event }
    return stepOf(info, { start: match.index + '```\n'.length + info.length, text: body })
  })
}

function stepOf(info: string, body: Span): Step {
  const [, exit = '0'] = /^console(?: exit=(\d+))?$/.exec(info) ?? []
  if (info.startsWith('console')) return { ...commandOf(body), exitCode: Number(exit) }
  if (info === 'log') return { kind: 'log', shown: body }
  const [, name] = /^\w+ (\S+)$/.exec(info) ?? []
  if (name === undefined)
    throw new Error(`A block of the document is of no known kind: ${info || 'without a language'}`)
  return { kind: 'file', name, content: body.text }
}

/** The command goes on in the next line where a line ends with a backslash. */
function commandOf({ start, text }: Span) {
  const [typed = '', command] = /^\$ ((?:.*\\\n)*.*)\n/.exec(text) ?? []
  if (command === undefined) throw new Error(`A block of the document does not begin with a command: ${text}`)
  const shown = { start: start + typed.length, text: text.slice(typed.length) }
  return { kind: 'command' as const, command: command.replace(/\\\n\s*/g, ''), shown }
}

/** The document with other texts in place of some of its parts. */
export function replaceIn(text: string, parts: readonly { readonly shown: Span; readonly by: string }[]): string {
  const fromTheEnd = [...parts].sort((a, b) => b.shown.start - a.shown.start)
  return fromTheEnd.reduce(
    (rest, { shown, by }) => rest.slice(0, shown.start) + by + rest.slice(shown.start + shown.text.length),
    text,
  )
}
