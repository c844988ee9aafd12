import type { Finding } from '@siagh-sync/probe'
import stringWidth from 'string-width'
import { cliSaying } from '../messages/cli-messages'
import { padded } from '../output/beside'
import type { Style } from '../output/style'
import { oneLine } from '../output/table'
import { wrap } from '../output/wrap'

const VERDICTS = ['holds', 'differs', 'unseen'] as const

/** Findings under a heading: each with its verdict, what was seen, and below that what follows. */
export function findingsText(heading: string, findings: readonly Finding[], style: Style): string {
  const { colors, speech, columns } = style
  const paint = { holds: colors.green, differs: colors.yellow, unseen: colors.dim }
  const words = {
    holds: speech.say('verdict_holds'),
    differs: speech.say('verdict_differs'),
    unseen: speech.say('verdict_unseen'),
  }
  const width = Math.max(...VERDICTS.map((verdict) => stringWidth(words[verdict])))
  const indent = ' '.repeat(width + 2)
  const inColumn = (text: string) =>
    wrap(oneLine(text), columns && columns - indent.length).replaceAll('\n', `\n${indent}`)
  // What follows from several in a row is said once, below the last of them.
  const isSaidBelow = (at: number) => findings[at + 1]?.follows.code === findings[at]?.follows.code
  const lines = findings.flatMap(({ verdict, assumption, seen, follows }, at) => [
    `${paint[verdict](padded(style, words[verdict], width))}  ${inColumn(speech.tell(cliSaying('finding_line', { assumption, seen })))}`,
    ...(isSaidBelow(at) ? [] : [indent + colors.dim(inColumn(speech.tell(follows)))]),
  ])
  return [colors.bold(heading), ...lines].join('\n')
}
