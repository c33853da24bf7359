export { type Choice, choosePerson } from './choose.ts';
