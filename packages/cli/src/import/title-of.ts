import type { Style } from '../output/style'

type Title =
  | 'section_undecided'
  | 'section_failed'
  | 'section_skipped'
  | 'section_linked'
  | 'section_created'
  | 'section_to_link'
  | 'section_to_create'
  | 'section_unreadable'

/** The title above rows of which there are `count`, and how many of them are shown where that is not all. */
export function titleOf(code: Title, count: number, shown: number, { colors, speech }: Style): string {
  const title = speech.say('titled_count', { title: speech.say(code), count })
  return colors.bold(count > shown ? speech.say('titled_first', { title, count: shown }) : title)
}
