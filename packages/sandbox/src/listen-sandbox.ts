import { createControl } from './control/control-api'
import type { SimulatedCrm } from './crm/create-crm'
import type { Speech } from './dialect/dialect'
import { createHttpServer, listenOn, type Listening } from './listen'
import type { SimulatedServer } from './serve'
import type { SimulatedSiagh } from './siagh/create-siagh'

/** Ports of the three servers; 0, the default, takes any that is free. */
export interface ListenOptions {
  readonly siaghPort?: number
  readonly crmPort?: number
  readonly controlPort?: number
}

/** Where the servers listen. */
export interface ListeningSandbox {
  readonly siaghUrl: string
  readonly crmUrl: string
  /** The control API, for people and for programs of other languages: `http://127.0.0.1:<port>/__sandbox`. */
  readonly controlUrl: string
  /** Stops all of them; connections that hang are destroyed. */
  readonly close: () => Promise<void>
}

/** The two servers, how they answer, and the seed that samples are made with. */
export interface Simulation {
  readonly siagh: SimulatedServer<SimulatedSiagh>
  readonly crm: SimulatedServer<SimulatedCrm>
  readonly speech: Speech
  readonly seed: number
}

const listenToServer = async (
  { serve, watchAway }: Pick<SimulatedServer<unknown>, 'serve' | 'watchAway'>,
  port: number,
): Promise<Listening> => {
  const listening = await listenOn(createHttpServer(serve), port)
  const unwatch = watchAway(listening.setAway)
  return {
    ...listening,
    close: async () => {
      unwatch()
      await listening.close()
    },
  }
}

/** Serves both servers and the control API on 127.0.0.1. Rejects where a port is taken, and listens on none then. */
export const listenSandbox = async (
  { siagh, crm, speech, seed }: Simulation,
  { siaghPort = 0, crmPort = 0, controlPort = 0 }: ListenOptions,
): Promise<ListeningSandbox> => {
  const listening: Listening[] = []
  const open = async (server: Promise<Listening>): Promise<string> => {
    const opened = await server
    listening.push(opened)
    return opened.url
  }
  const close = async (): Promise<void> => {
    await Promise.all(listening.map((server) => server.close()))
  }
  try {
    const siaghUrl = await open(listenToServer(siagh, siaghPort))
    const crmUrl = await open(listenToServer(crm, crmPort))
    const control = createControl({ siagh: siagh.control, crm: crm.control, speech, seed })
    const controlUrl = await open(listenOn(createHttpServer(control), controlPort))
    return { siaghUrl, crmUrl, controlUrl: `${controlUrl}/__sandbox`, close }
  } catch (error) {
    await close()
    throw error
  }
}
