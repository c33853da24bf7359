export { heardIn } from './heard-in.ts';
