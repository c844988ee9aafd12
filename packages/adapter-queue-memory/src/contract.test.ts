import { queueContract } from '@siagh-sync/contract-tests'
import { memoryQueue } from './memory-queue'

queueContract({
  name: 'memory queue',
  breakable: false,
  create: async () => ({ queue: memoryQueue(), dispose: async () => {} }),
})
