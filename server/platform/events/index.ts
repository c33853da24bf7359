export { appendEvent, type Changes, type NewEvent } from './event.ts';
