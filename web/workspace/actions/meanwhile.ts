import type { TimelineEntry } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { meNow } from '../session/me.ts';

/** What others changed since an instant, as the timeline tells it; `field` narrows it to changes of that one. */
export function toldSince(items: readonly TimelineEntry[], since: string, field?: string): string {
  return items
    .filter(({ at, actor, changes }) => {
      const of = field ? changes.filter((change) => change.field === field) : changes;
      return at > since && actor.id !== meNow()?.id && of.length > 0;
    })
    .map(({ actor, sentence }) => `${actor.name} ${sentence}`)
    .join('; ');
}

/** The same, for as long as something is open that was begun before. */
export function useToldSince(ticketId: string, since: string | null, field: string): string {
  const timeline = useGet(
    'GET /tickets/{idOrKey}/timeline',
    { params: { idOrKey: ticketId } },
    { enabled: since !== null },
  );
  return since === null ? '' : toldSince(timeline.data?.items ?? [], since, field);
}
