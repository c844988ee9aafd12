import { fetchOf } from '../fetch-of'
import { createHttpServer, listenOn, type Listening } from '../listen'
import { readRecording } from './read-recording'
import { createReplay } from './replay-server'

/** Where the recording is answered from. */
export interface ListeningReplay {
  readonly siaghUrl: string
  readonly crmUrl: string
  readonly close: () => Promise<void>
}

/** Both servers, as a recording knows them. */
export interface Replay {
  /** Reaches both servers without a network, for the `fetch` option of a client. */
  readonly fetch: typeof globalThis.fetch
  /** Serves both on 127.0.0.1; port 0, the default, takes any that is free. */
  readonly listen: (ports?: { readonly siaghPort?: number; readonly crmPort?: number }) => Promise<ListeningReplay>
}

/** The addresses that `fetch` answers to; both are optional. */
export interface ReplayOptions {
  readonly siaghUrl?: string
  readonly crmUrl?: string
}

/**
 * Answers from a recording that `siagh-sync serve --record` has made in `folder`. A call is found by its method, its path and its
 * body. What is not recorded is answered with 501 and a sentence. Throws one sentence where the folder holds no recording.
 */
export const replayRecording = (folder: string, options: ReplayOptions = {}): Replay => {
  const { siaghUrl = 'http://siagh.test', crmUrl = 'http://crm.test' } = options
  const recording = readRecording(folder)
  const [siagh, crm] = [createReplay(recording.siagh), createReplay(recording.crm)]
  return {
    fetch: fetchOf([
      { baseUrl: siaghUrl, serve: siagh },
      { baseUrl: crmUrl, serve: crm },
    ]),
    listen: async ({ siaghPort = 0, crmPort = 0 } = {}) => {
      const first: Listening = await listenOn(createHttpServer(siagh), siaghPort)
      try {
        const second = await listenOn(createHttpServer(crm), crmPort)
        const close = async (): Promise<void> => {
          await Promise.all([first.close(), second.close()])
        }
        return { siaghUrl: first.url, crmUrl: second.url, close }
      } catch (error) {
        await first.close()
        throw error
      }
    },
  }
}
