export { memoryQueue, type MemoryQueueOptions } from './memory-queue'
