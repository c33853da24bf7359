import type { BoardQuery } from '#shared/sla-board.ts';
import { useAddress } from '#web/ui/frame/use-address.ts';

export const HOURS = [1, 2, 4, 8, 12, 24, 48, 72, 168] as const;
const USUAL_HOURS = 8;
export const DAYS = [7, 30, 90, 365] as const;
const USUAL_DAYS = 30;
const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const KINDS = ['first_response', 'next_update', 'resolution', 'vendor', 'ola'] as const;

export type Grouping = 'client' | 'team' | null;
export type BoardAddress = { query: BoardQuery & { hours: number }; by: Grouping; days: number; wall: boolean };

/** What the address asks for. A damaged one shows what can be understood of it. */
export function readAddress(at: URLSearchParams): BoardAddress {
  const hours = Number(at.get('hours'));
  const [client, team, target, by] = ['client', 'team', 'target', 'by'].map((name) => at.get(name) ?? '');
  const kind = KINDS.find((one) => one === target);
  return {
    query: {
      hours: Number.isInteger(hours) && hours >= 1 && hours <= 168 ? hours : USUAL_HOURS,
      ...(client && ID.test(client) ? { clientId: client } : {}),
      ...(team && (team === 'mine' || team === 'none' || ID.test(team)) ? { teamId: team } : {}),
      ...(kind ? { target: kind } : {}),
    },
    days: DAYS.find((days) => String(days) === at.get('days')) ?? USUAL_DAYS,
    by: by === 'client' || by === 'team' ? by : null,
    wall: at.get('wall') === '1',
  };
}

/** The board's filters, all of them in its address. */
export function useBoardAddress() {
  const { at, go } = useAddress();
  return { ...readAddress(at), go };
}
export type Go = ReturnType<typeof useAddress>['go'];
