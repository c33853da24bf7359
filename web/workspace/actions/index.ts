export { ACTION_RULES, useAllowed } from './allowed.ts';
export { apply } from './apply.ts';
export { ActionHost, NAMES } from './host.tsx';
export { refreshTickets } from './refresh.ts';
export { SelectionBar } from './selection-bar.tsx';
export { REPORT } from './split.tsx';
export { type Action, ask, type Target } from './store.ts';
export { takeBack, undoEvent } from './take-back.ts';
export { useActionKeys } from './use-action-keys.ts';
