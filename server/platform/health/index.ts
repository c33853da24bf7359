export { type Health, readiness } from './readiness.ts';
