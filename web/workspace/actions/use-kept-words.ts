import { type Kept, useKept } from '#web/ui/form/use-kept.ts';
import type { Target } from './store.ts';

/** What is written in the dialogue of an action: kept for these tickets, and no others, until it is done. */
export function useKeptWords<V extends object>(
  action: string,
  targets: readonly Pick<Target, 'id'>[],
  empty: V,
): Kept<V> {
  const ids = targets.map(({ id }) => id).sort();
  return useKept(`action.${action}.${ids.join('.')}`, empty);
}
