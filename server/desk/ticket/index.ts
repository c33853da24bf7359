import type { Services } from '#platform/context/index.ts';
import { closeSilent, wakeHeld } from './jobs.ts';
import { ticketRoutes } from './routes.ts';
import { checklistRoutes } from './routes-checklist.ts';
import { mergeRoutes } from './routes-merge.ts';
import { moveRoutes } from './routes-move.ts';
import { slaRoutes } from './routes-sla.ts';

export { changeTicket } from './change.ts';
export { whenChanged } from './changed.ts';
export { assignTicket, escalateTicket } from './command-assign.ts';
export { createTicket } from './command-create.ts';
export { mergeTickets, unmergeTicket } from './command-merge.ts';
export { postMessage } from './command-message.ts';
export { moveTicket } from './command-move.ts';
export { addChecklist, linkTickets, setWatcher, tickChecklistItem } from './command-satellites.ts';
export { splitTicket } from './command-split.ts';
export { openSteps, transitionTicket } from './command-transition.ts';
export { undoChange } from './command-undo.ts';
export { updateTicket } from './command-update.ts';
export { whenCreated } from './created.ts';
export { whenEdited } from './edited.ts';
export { fillFor } from './fill.ts';
export { findTicket, ticketNamed } from './find.ts';
export { type Missing, missingFor, type Tried, whenGuarded } from './guarded.ts';
export { type Facts, reserveNumbers } from './history.ts';
export { closeForSilence } from './jobs.ts';
export { isGone } from './left-behind.ts';
export { whenMoved } from './moved.ts';
export { countTickets, listTickets, placesOf } from './query-list.ts';
export { type Place, ticketRows } from './query-rows.ts';
export { timelineOf } from './query-timeline.ts';
export { markRead, viewTicket } from './query-view.ts';
export type { TicketRecord } from './record.ts';
export { CLOSING, ESCALATION_PATH, PRIORITY_RULES } from './settings.ts';
export { refuseMoved } from './written-for.ts';

export const ticketModule = {
  name: 'ticket',
  routes: [...ticketRoutes, ...checklistRoutes, ...mergeRoutes, ...moveRoutes, ...slaRoutes],
  queues: ['ticket.close', 'ticket.wake'],
  jobs: (services: Services) => [closeSilent(services), wakeHeld(services)],
};
