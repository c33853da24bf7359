import type { TicketFilter, TicketSort } from '#shared/ticket-filter.ts';
import type { TeamKey } from './teams.ts';

/** Views for everybody, after those that come with the program. */
export const VIEWS: readonly {
  name: string;
  filter: Omit<TicketFilter, 'teamId' | 'clientId'>;
  team?: TeamKey;
  group?: 'gold';
  sort: TicketSort;
}[] = [
  { name: 'Overdue', filter: { status: ['open'], due: 'overdue' }, sort: 'due' },
  { name: 'Gold clients', filter: { status: ['open'] }, group: 'gold', sort: 'priority' },
  { name: 'Alerts', filter: { status: ['open'], source: ['monitoring'] }, sort: 'created' },
  { name: 'Waiting for vendors', filter: { status: ['on_hold'], holdReason: ['vendor'] }, sort: 'updated' },
  { name: 'Starters and leavers', filter: { status: ['open'], tag: ['onboarding', 'offboarding'] }, sort: 'due' },
  { name: 'Network & Security', filter: { status: ['open'] }, team: 'network', sort: 'priority' },
];
