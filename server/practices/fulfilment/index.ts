export { changeFulfilment, holdFulfilment } from './replan.ts';
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
