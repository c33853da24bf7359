export { installQueues, type JobDefinition, Jobs, QUEUE_GRANTS, type QueueName } from './jobs.ts';
