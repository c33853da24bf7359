import { useGet } from '#web/api/use.ts';
import { Select } from '#web/ui/form/select.tsx';

/** `billable`: whether such work is, unless somebody says otherwise. */
type Props = { className?: string; value: string | null; onChange(id: string | null, billable?: boolean): void };

/** Which kind of work the time beside it was, of those in use; nothing where there are none. */
export function WorkKind({ className, value, onChange }: Props) {
  const { data } = useGet('GET /work-types', {});
  const offered = (data?.items ?? []).filter(({ active }) => active);
  if (offered.length === 0) return null;
  return (
    <Select
      {...(className ? { className } : { w: 164 })}
      aria-label="Kind of work"
      placeholder="Kind of work"
      clearable
      data={offered.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={(next) => onChange(next, offered.find(({ id }) => id === next)?.billable)}
    />
  );
}
