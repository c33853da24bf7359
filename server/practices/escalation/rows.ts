import type { Selectable } from 'kysely';
import type { Plan } from '#kernel/escalation.ts';
import type { Tables } from '#platform/database/index.ts';
import type { Named } from '#shared/ticket.ts';

export type PageRow = Selectable<Tables['pages']>;

/** The path as it was when the page began. */
export type KeptPlan = Plan & { name: string };
export const planOf = (row: Pick<PageRow, 'plan'>) => row.plan as unknown as KeptPlan;

/** Who was called at a level, or why nobody was. */
export type StepTaken = { at: string; level: number; round: number; told: Named[]; note: string };
export const stepsOf = (row: Pick<PageRow, 'steps'>) => row.steps as unknown as StepTaken[];

/** What a page needs to know of its ticket. */
export type PagedTicket = {
  client_id: string;
  id: string;
  key: string;
  team_id: string | null;
  assignee_id: string | null;
  is_open: boolean;
};

const LOCK =
  'select client_id, id, key, team_id, assignee_id, is_open from tickets where client_id = $1 and id = $2 for update';
export const LOCK_TICKET = ['page_ticket_lock', LOCK] as const;
const LOCK_ONE = 'select * from pages where client_id = $1 and id = $2 for update';
export const LOCK_PAGE = ['page_lock', LOCK_ONE] as const;
