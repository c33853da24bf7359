export { type EgressLimits, EgressRefused, guardedFetch, isLoopbackHost } from './fetch.ts';
