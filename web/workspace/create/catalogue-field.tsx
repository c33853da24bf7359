import { useGet } from '#web/api/use.ts';
import { Select } from '#web/ui/form/select.tsx';

type Props = { who: { clientId: string; requesterId: string }; onPick(itemId: string): void };

/** What somebody may ask for; choosing one goes on with its form. Nothing where nothing is offered. */
export function CatalogueField({ who, onPick }: Props) {
  const items = useGet('GET /catalogue', { query: who }).data?.items ?? [];
  if (items.length === 0) return null;
  const groups = [...Map.groupBy(items, ({ heading }) => heading || 'More')];
  return (
    <Select
      label="From the catalogue"
      searchable
      placeholder="Or describe it below"
      data={groups.map(([group, list]) => ({ group, items: list.map(({ id, name }) => ({ value: id, label: name })) }))}
      value={null}
      onChange={(id) => id && onPick(id)}
    />
  );
}
