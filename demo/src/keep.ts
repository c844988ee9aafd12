import { thingsToTry } from './things-to-try'
import type { Scene } from './scene'

/** Says what can be tried while everything goes on running. Every line that begins with curl can be pasted. */
export function tellWhatToTry({ stage, story }: Scene): void {
  story.chapter('Everything goes on running. Try:')
  for (const [what, ...commands] of thingsToTry(stage)) {
    story.say('')
    story.say(story.colors.dim(`# ${what}`))
    for (const command of commands) story.say(command)
  }
  story.say('')
  story.say(`The log of siagh-sync: ${stage.logFile}`)
  story.say('Ctrl-C stops everything and removes the files.')
}
