export { choosePerson, type Choice } from './choose.ts';
