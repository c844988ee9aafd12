import { storeContract } from '@siagh-sync/contract-tests'
import { memoryStore } from './memory-store'

storeContract({
  name: 'memory store',
  durable: false,
  create: async () => {
    const store = memoryStore()
    return {
      store,
      dispose: async () => {
        await store.close().unwrapOr(undefined)
      },
    }
  },
})
