export { type EgressLimits, type GuardedFetch, guardedFetch, guardedStream, isLoopbackHost } from './fetch.ts';
export { isLoopbackName, reachableAddress } from './host.ts';
export { EgressRefused, PrivateAddressRefused } from './refused.ts';
