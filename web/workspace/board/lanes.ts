import type { TicketFilter, TicketRow } from '#shared/ticket.ts';
import { useStaff, useStatuses, useTeams } from '../desk/names.ts';

export const BOARDS = ['status', 'team', 'person'] as const;
export type BoardKind = (typeof BOARDS)[number];

export type Lane = {
  key: string;
  name: string;
  /** What the lane holds. */
  filter: TicketFilter;
  /** What a card dropped here becomes; absent where that needs a question first. */
  assign?: { teamId?: string | null; assigneeId?: string | null };
  /** The category a card dropped here should reach. */
  category?: TicketRow['statusCategory'];
};

const OPEN: TicketFilter = { status: ['open'] };
const COLUMNS = [
  ['new', 'New'],
  ['open', 'Open'],
  ['waiting', 'Waiting'],
  ['resolved', 'Resolved'],
] as const;

/** The lanes of a board: by status, by team, or by person with the unassigned first. */
export function useLanes(kind: BoardKind): readonly Lane[] {
  const teams = useTeams();
  const staff = useStaff();
  const statuses = [...useStatuses().values()].flat();
  if (kind === 'status') {
    return COLUMNS.map(([category, name]) => ({
      key: category,
      name,
      category,
      // "open" as a filter means everything unresolved, so a lane names the statuses it holds.
      filter: { status: [...new Set(statuses.filter((one) => one.category === category).map(({ key }) => key))] },
    }));
  }
  if (kind === 'team') {
    return [
      { key: 'none', name: 'No team', filter: { ...OPEN, teamId: ['none'] }, assign: { teamId: null } },
      ...teams.map(({ id, name }) => ({ key: id, name, filter: { ...OPEN, teamId: [id] }, assign: { teamId: id } })),
    ];
  }
  return [
    { key: 'none', name: 'Nobody', filter: { ...OPEN, assigneeId: ['none'] }, assign: { assigneeId: null } },
    ...staff
      .filter(
        ({ active, openTickets, onLeave, worksTickets }) => active && (openTickets > 0 || (worksTickets && !onLeave)),
      )
      .map(({ id, name }) => ({ key: id, name, filter: { ...OPEN, assigneeId: [id] }, assign: { assigneeId: id } })),
  ];
}
