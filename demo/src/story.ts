import process from 'node:process'
import { MultiBar } from 'cli-progress'
import pc from 'picocolors'

/** Tells what happens, on a terminal with colours and a bar, elsewhere in plain lines. */
export interface Story {
  readonly colors: ReturnType<typeof pc.createColors>
  /** Columns to write in. */
  readonly width: number
  /** Begins a chapter. */
  chapter(title: string): void
  /** One line. */
  say(line: string): void
  /** Lines as they are, with a blank one before and after. */
  block(text: string): void
  /** Shows how far it is until `end` is called. */
  progress(total: number, what: string): Progress
  /** Leaves the terminal as it was found. */
  end(): void
}

interface Progress {
  reached(count: number): void
  end(): void
}

/** The width where there is no terminal to ask. */
const PLAIN_WIDTH = 110

export function createStory(output: NodeJS.WriteStream = process.stdout): Story {
  const isTerminal = output.isTTY
  const colors = pc.createColors(isTerminal && pc.isColorSupported)
  let bars: MultiBar | undefined

  const say = (line: string) => {
    if (bars) bars.log(`${line}\n`)
    else output.write(`${line}\n`)
  }
  const endBars = () => {
    bars?.stop()
    bars = undefined
  }
  return {
    colors,
    width: (isTerminal && output.columns) || PLAIN_WIDTH,
    chapter: (title) => say(`\n${colors.bold(colors.cyan(title))}`),
    say: (line) => say(`  ${line}`),
    block: (text) => say(`\n${text.replace(/ +$/gm, '')}\n`),
    progress(total, what) {
      if (!isTerminal) return plainProgress(say, total, what)
      bars = createBars(output, colors.green)
      const bar = bars.create(total, 0, { what })
      return { reached: (count) => bar.update(count), end: endBars }
    },
    end: endBars,
  }
}

function createBars(stream: NodeJS.WriteStream, paint: (text: string) => string): MultiBar {
  return new MultiBar({
    stream,
    format: `  ${paint('{bar}')} {value}/{total} {what}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    fps: 20,
  })
}

/** A log of a build has no use for a bar: one line at the end says how far it came. */
function plainProgress(say: (line: string) => void, total: number, what: string): Progress {
  let last = 0
  return {
    reached: (count) => (last = count),
    end: () => say(`  ${last}/${total} ${what}`),
  }
}
