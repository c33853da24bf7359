export { changeFulfilment, holdFulfilment, replanFulfilment } from './replan.ts';
export {
  beginFulfilment,
  countTasks,
  finishTask,
  followTasks,
  type OfTicket,
  planFulfilment,
  tasksOf,
  whenFulfilled,
} from './tasks.ts';
