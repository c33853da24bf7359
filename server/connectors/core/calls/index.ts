export { atOnce } from './at-once.ts';
export { type Answer, type Call, type Caller, openCaller } from './caller.ts';
export { openPace, type Pace } from './pace.ts';
export { openTokenKeeper } from './token.ts';
