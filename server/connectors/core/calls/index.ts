export { atOnce } from './at-once.ts';
export { type Answer, type Call, type Caller, openCaller } from './caller.ts';
export { openPace, openSharedPace, type Pace } from './pace.ts';
export { openShared } from './shared.ts';
export { openTokenKeeper, type TokenShelf } from './token.ts';
