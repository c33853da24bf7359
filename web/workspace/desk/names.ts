import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { ClientView } from '#client/index.ts';
import type { NameOf } from '#kernel/filter.ts';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import type { LifecycleView } from '#shared/lifecycle.ts';
import { type HoldReason, RESOLUTION_CODES, type StatusCategory, type TicketKind } from '#shared/vocabulary.ts';
import { everyOf } from '#web/api/every.ts';
import { useGet } from '#web/api/use.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { day } from '#web/ui/marks/time.ts';

const KEPT = { staleTime: 5 * 60_000 };
const HOLDS: Readonly<Record<HoldReason, string>> = {
  client: 'Waiting for client',
  vendor: 'Waiting for vendor',
  change: 'Waiting for a change',
  problem: 'Waiting for a problem',
  evidence: 'Waiting for evidence',
  scheduled: 'Scheduled',
};

/** What a ticket on hold waits for: `Waiting for client`. */
export const holdName = (reason: HoldReason): string => HOLDS[reason];

export type Status = { key: string; name: string; category: StatusCategory; hold?: boolean };

/** The lifecycles of all kinds and their variants, as the desk has set them; none until they are read. */
const useAllLifecycles = (): readonly LifecycleView[] => useGet('GET /lifecycles', {}, KEPT).data?.items ?? NONE;
const NONE: readonly LifecycleView[] = [];

/** Statuses by kind, those of its variants among them; the same key may stand in several kinds. */
export function useStatuses(): ReadonlyMap<TicketKind, readonly Status[]> {
  const all = useAllLifecycles();
  return useMemo(() => statusesByKind(all), [all]);
}

function statusesByKind(all: readonly LifecycleView[]): ReadonlyMap<TicketKind, readonly Status[]> {
  const byKind = new Map<TicketKind, readonly Status[]>();
  for (const { kind, lifecycle } of all) {
    const known = byKind.get(kind) ?? [];
    const more = lifecycle.statuses.filter(({ key }) => !known.some((one) => one.key === key));
    byKind.set(kind, [...known, ...more]);
  }
  return byKind;
}

/** The lifecycle of every kind and variant, as the desk has set them; none until they are read. */
export function useLifecycles(): readonly Lifecycle[] {
  const all = useAllLifecycles();
  return useMemo(() => all.map(({ lifecycle }) => lifecycle as Lifecycle), [all]);
}

/** How tickets may end, by kind; words of the desk's own. */
export function useResolutionCodes(): ReadonlyMap<TicketKind, readonly string[]> {
  const all = useAllLifecycles();
  return useMemo(
    () =>
      new Map(
        all
          .filter(({ key, kind }) => key === kind)
          .map(({ kind, lifecycle }) => [kind, lifecycle.resolutionCodes ?? RESOLUTION_CODES]),
      ),
    [all],
  );
}

/** A key as a label: `workaround_given` → Workaround given. */
export const inWords = (key: string) => key.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase());

/** How tickets of all these kinds may end, to choose from; the usual way first. */
export function useWaysToEnd(kinds: readonly TicketKind[]): { value: string; label: string }[] {
  const codes = useResolutionCodes();
  const [first = [], ...others] = [...new Set(kinds)].map((kind) => codes.get(kind) ?? []);
  return first
    .filter((code) => others.every((also) => also.includes(code)))
    .map((value) => ({ value, label: inWords(value) }));
}

/** What a ticket's status is called: a hold by what it waits for, everything else by the lifecycle's name. */
export function useStatusName(): (ticket: {
  kind: TicketKind;
  status: string;
  holdReason: HoldReason | null;
}) => string {
  const statuses = useStatuses();
  return useCallback(
    ({ kind, status, holdReason }) =>
      holdReason
        ? HOLDS[holdReason]
        : (statuses.get(kind)?.find(({ key }) => key === status)?.name ?? status.replaceAll('_', ' ')),
    [statuses],
  );
}

export const useStaff = () => useGet('GET /staff', {}, KEPT).data?.items ?? [];
/** Those who may be given tickets, of these clients where some are named. */
export const useWorkers = (clientIds: readonly string[] = []) =>
  useStaff().filter(
    (one) =>
      one.active && one.worksTickets && (one.allClients || clientIds.every((wanted) => one.clientIds.includes(wanted))),
  );
export const useTeams = () => useGet('GET /teams', {}, KEPT).data?.items ?? [];
export const useCategories = () => useGet('GET /categories', {}, KEPT).data?.items ?? [];
export const useServices = () => useGet('GET /services', {}, KEPT).data?.items ?? [];
/** The fields that the desk added, active or not. */
export const useCustomFields = () => useGet('GET /custom-fields', {}, KEPT).data?.items ?? [];
const NO_CLIENTS: readonly ClientView[] = [];
/** Every active client that the reader sees, for pickers: a few hundred at a large provider, in one kept list. */
export const useClients = (): readonly ClientView[] =>
  useQuery({
    queryKey: ['GET /clients', 'every active'],
    queryFn: ({ signal }) => everyOf('GET /clients', { active: true }, signal),
    ...KEPT,
  }).data ?? NO_CLIENTS;

/** Fields of a filter that hold an instant. */
const DAYS = /(After|Before)$/;

/** Names for the words of a filter. */
export function useNameOf(): NameOf {
  const statuses = useStatuses();
  const custom = useCustomFields();
  const reader = useReader();
  const byField: Partial<Record<string, readonly { id: string; name: string }[]>> = {
    assigneeId: useStaff(),
    teamId: useTeams(),
    clientId: useClients(),
    categoryId: useCategories(),
    serviceId: useServices(),
  };
  return (field, value) => {
    if (field === 'status') {
      for (const list of statuses.values()) {
        const found = list.find(({ key }) => key === value);
        if (found) return found.name.toLowerCase();
      }
      return undefined;
    }
    if (field === 'custom') return custom.find(({ key }) => key === value)?.label;
    if (DAYS.test(field)) return day(value, Date.now(), reader);
    return byField[field]?.find(({ id }) => id === value)?.name;
  };
}
