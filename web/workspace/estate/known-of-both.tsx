import type { EstateItemRow, EstateItemView } from '#shared/estate.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { type PairRow, PairTable, rowsOf } from './pair-table.tsx';
import { valueWords } from './words.ts';

/** Told by the list already. */
const TOLD = new Set(['manufacturer', 'model', 'serial']);

/** Everything that is known of two items, side by side: their attributes, by what they are known, and who tells of them. */
export function KnownOfBoth({ kept, other }: { kept: EstateItemRow; other: EstateItemRow }) {
  const one = useGet('GET /items/{id}', { params: { id: kept.id } });
  const two = useGet('GET /items/{id}', { params: { id: other.id } });
  const error = one.error ?? two.error;
  if (error)
    return <ErrorState error={error} onRetry={() => void Promise.all([one.refetch(), two.refetch()])} compact />;
  if (!one.data || !two.data) return <SkeletonLines lines={14} />;
  return <PairTable kept={kept} other={other} rows={[...rowsOf(kept, other), ...further([one.data, two.data])]} />;
}

function further(items: readonly [EstateItemView, EstateItemView]): PairRow[] {
  const names = new Map(items.flatMap(({ attributes }) => attributes.map(({ key, name }) => [key, name] as const)));
  const said = ({ attributes }: EstateItemView, key: string) => {
    const found = attributes.find((one) => one.key === key);
    return found ? valueWords(found.value, found.type, found.unit) : '';
  };
  const both = (name: string, of: (item: EstateItemView) => string): PairRow => ({
    name,
    texts: [of(items[0]), of(items[1])],
  });
  return [
    ...[...names].filter(([key]) => !TOLD.has(key)).map(([key, name]) => both(name, (item) => said(item, key))),
    both('Known by', ({ identifiers }) =>
      identifiers
        .map(({ value }) => value)
        .sort()
        .join(', '),
    ),
    both('Told of by', ({ sources }) => [...new Set(sources.map(({ name }) => name))].join(', ')),
  ].filter(({ texts }) => texts.some((text) => text !== ''));
}
