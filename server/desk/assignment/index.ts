export { choosePerson } from './choose.ts';
