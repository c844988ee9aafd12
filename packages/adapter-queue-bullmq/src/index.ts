export { bullmqQueue, type BullmqQueue } from './bullmq-queue'
export type { BullmqConnection, BullmqQueueOptions, PostgresConnectionOptions } from './options'
