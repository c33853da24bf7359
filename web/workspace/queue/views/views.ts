import { serialiseTicketFilter } from '#kernel/filter.ts';
import type { TicketFilter, TicketSort } from '#shared/ticket-filter.ts';
import type { SavedView } from '#shared/view.ts';
import { useGet } from '#web/api/use.ts';
import { countWords } from '../../desk/count-words.ts';

type Shown = { filter: TicketFilter; sort: TicketSort; view: string | null };

/** Two lists that show the same in the same order. */
const same = (a: Pick<Shown, 'filter' | 'sort'>, b: Pick<Shown, 'filter' | 'sort'>): boolean =>
  a.sort === b.sort && serialiseTicketFilter(a.filter).toString() === serialiseTicketFilter(b.filter).toString();

/** The view that a list stands for: the one it was opened by, or one that shows the same; and whether it was changed. */
export function viewOf(views: readonly SavedView[], shown: Shown): { view: SavedView | null; changed: boolean } {
  const view = views.find(({ id }) => id === shown.view) ?? views.find((one) => same(one, shown)) ?? null;
  return { view, changed: view !== null && !same(view, shown) };
}

const NONE: readonly SavedView[] = [];

/** My saved views and the shared ones, in the order of their tabs. */
export const useViewList = (options: { enabled?: boolean } = {}): readonly SavedView[] =>
  useGet('GET /views', {}, { staleTime: 60_000, ...options }).data?.items ?? NONE;

/** The heading under which views stand among what can be pressed and found. */
export const VIEWS = 'Views';

/** The same, with how many tickets each finds: `12`, or `999+`. */
export function useViews(): { views: readonly SavedView[]; countOf(id: string): string | null } {
  const views = useViewList();
  const counts = useGet('GET /views/counts', { query: {} }, { staleTime: 30_000 });
  return {
    views,
    countOf(id) {
      const found = counts.data?.items.find((one) => one.id === id);
      return found ? countWords(found) : null;
    },
  };
}
