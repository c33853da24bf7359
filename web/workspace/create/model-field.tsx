import { useGet } from '#web/api/use.ts';
import { Select } from '#web/ui/form/select.tsx';

type Props = { modelId: string | null; error: string | undefined; onPick(modelId: string | null): void };

/** How a change goes: normal, emergency, or by a standard template that is in force. */
export function ModelField({ modelId, error, onPick }: Props) {
  const items = (useGet('GET /change-models', {}).data?.items ?? []).filter(({ state }) => state === 'in_force');
  const groups = [
    { group: 'Assessed and authorised', items: items.filter(({ type }) => type !== 'standard') },
    { group: 'Standard, approved beforehand', items: items.filter(({ type }) => type === 'standard') },
  ];
  return (
    <Select
      label="How it goes"
      searchable={items.length > 8}
      data={groups
        .filter((one) => one.items.length > 0)
        .map((one) => ({ group: one.group, items: one.items.map(({ id, name }) => ({ value: id, label: name })) }))}
      value={modelId ?? items.find(({ key }) => key === 'normal')?.id ?? null}
      error={error}
      onChange={onPick}
    />
  );
}
