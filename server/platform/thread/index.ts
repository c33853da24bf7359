export { SideThread, ThreadSpent } from './side-thread.ts';
