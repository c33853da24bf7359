import type { TicketRow } from '#shared/ticket.ts';
import type { TicketFilter } from '#shared/ticket-filter.ts';
import { useStaff, useStatuses, useTeams } from '../desk/names.ts';
import type { BoardKind } from '../queue/use-filter.ts';
import { useMe } from '../session/me.ts';
import { chosen, type StatusLike, statusesIn } from './narrow.ts';

export type Lane = {
  key: string;
  name: string;
  /** What the lane holds; null where the filter leaves nothing for it. */
  filter: TicketFilter | null;
  /** What a card dropped here becomes; absent where that needs a question first. */
  assign?: { teamId?: string | null; assigneeId?: string | null };
  /** The category a card dropped here should reach. */
  category?: TicketRow['statusCategory'];
};

const COLUMNS = [
  ['new', 'New'],
  ['open', 'Open'],
  ['waiting', 'Waiting'],
  ['resolved', 'Resolved'],
] as const;

/** The lanes of a board: by status, by team, or by person with the unassigned first. They hold what the filter lets through. */
export function useLanes(kind: BoardKind, filter: TicketFilter): readonly Lane[] {
  const { id: me } = useMe();
  const teams = useTeams();
  const staff = useStaff();
  const statuses: readonly StatusLike[] = [...useStatuses().values()].flat();
  if (kind === 'status') {
    return COLUMNS.map(([category, name]) => {
      // "open" as a filter means everything unresolved, so a lane names the statuses it holds.
      const status = statusesIn(statuses, category, filter.status);
      return { key: category, name, category, filter: status === null ? null : { ...filter, status } };
    });
  }
  // What is over stands in nobody's way, unless it is asked for.
  const base: TicketFilter = { ...filter, status: filter.status ?? ['open'] };
  if (kind === 'team') {
    const mine = teams.filter(({ members }) => members.some(({ staffId }) => staffId === me)).map(({ id }) => id);
    const shown = chosen(filter.teamId, 'mine', mine);
    return [
      { key: 'none', name: 'No team', filter: { ...base, teamId: ['none'] }, assign: { teamId: null } },
      ...teams.map(({ id, name }) => ({ key: id, name, filter: { ...base, teamId: [id] }, assign: { teamId: id } })),
    ].filter(({ key }) => shown(key));
  }
  const shown = chosen(filter.assigneeId, 'me', [me]);
  return [
    { key: 'none', name: 'Nobody', filter: { ...base, assigneeId: ['none'] }, assign: { assigneeId: null } },
    ...staff
      .filter(
        ({ id, active, openTickets, onLeave, worksTickets }) =>
          (active && (openTickets > 0 || (worksTickets && !onLeave))) || (filter.assigneeId !== undefined && shown(id)),
      )
      .map(({ id, name }) => ({ key: id, name, filter: { ...base, assigneeId: [id] }, assign: { assigneeId: id } })),
  ].filter(({ key }) => shown(key));
}
