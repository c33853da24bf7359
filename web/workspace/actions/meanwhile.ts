import type { TimelineEntry } from '#shared/ticket.ts';
import { meNow } from '#web/api/here.ts';
import { useGet } from '#web/api/use.ts';

type Since = {
  /** What others changed, as the timeline tells it; empty where nobody else did. */
  told: string;
  /** Something changed, and all of it by the reader. */
  onlyMine: boolean;
};

/** What changed since an instant; `field` narrows it to changes of that one. */
export function changedSince(items: readonly TimelineEntry[], since: string, field?: string): Since {
  const changed = items.filter(
    ({ at, changes }) => at > since && changes.some((change) => field === undefined || change.field === field),
  );
  const others = changed.filter(({ actor }) => actor.id !== meNow()?.id);
  return {
    told: others.map(({ actor, sentence }) => `${actor.name} ${sentence}`).join('; '),
    onlyMine: changed.length > 0 && others.length === 0,
  };
}

/** The same, for as long as something is open that was begun before. */
export function useChangedSince(ticketId: string, since: string | null, field: string): Since {
  const timeline = useGet(
    'GET /tickets/{idOrKey}/timeline',
    { params: { idOrKey: ticketId } },
    { enabled: since !== null },
  );
  return since === null ? { told: '', onlyMine: false } : changedSince(timeline.data?.items ?? [], since, field);
}
