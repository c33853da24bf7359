import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { Select } from '#web/ui/form/select.tsx';
import type { EditorProps } from './types.ts';

/** Which tax is charged unless a line says otherwise. */
export function TaxEditor({ value: { taxRateId }, readOnly, onChange }: EditorProps<{ taxRateId: string | null }>) {
  const { data } = useGet('GET /tax-rates', {});
  const rates = (data?.items ?? []).map(({ id, name, percent }) => ({ id, name: `${name}, ${percent} %` }));
  if (readOnly)
    return (
      <p className="f-plain">{rates.find(({ id }) => id === taxRateId)?.name ?? 'None: nothing can be billed.'}</p>
    );
  return (
    <Select
      label="Tax rate"
      placeholder="None: nothing can be billed"
      clearable
      maw={420}
      data={named(rates)}
      value={taxRateId}
      onChange={(next) => onChange({ taxRateId: next })}
    />
  );
}
