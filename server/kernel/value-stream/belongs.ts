import type { TicketKind } from '#shared/vocabulary.ts';
import type { StreamWork } from './types.ts';

export type Candidate = {
  readonly kind: TicketKind;
  readonly clientId: string;
  readonly serviceId: string | null;
  readonly catalogueItemId: string | null;
  /** The category and those above it. */
  readonly categoryIds: readonly string[];
};

const among = (list: readonly string[], id: string | null): boolean =>
  list.length === 0 || (id !== null && list.includes(id));

/** Whether a ticket is work of a stream. A category brings those below it. */
export const belongs = (work: StreamWork, ticket: Candidate): boolean =>
  work.kinds.includes(ticket.kind) &&
  among(work.clientIds, ticket.clientId) &&
  among(work.serviceIds, ticket.serviceId) &&
  among(work.catalogueItemIds, ticket.catalogueItemId) &&
  (work.categoryIds.length === 0 || ticket.categoryIds.some((id) => work.categoryIds.includes(id)));
