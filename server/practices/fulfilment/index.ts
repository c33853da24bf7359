export {
  beginFulfilment,
  countTasks,
  finishTask,
  followTasks,
  type OfTicket,
  planFulfilment,
  replanFulfilment,
  tasksOf,
  whenFulfilled,
} from './tasks.ts';
