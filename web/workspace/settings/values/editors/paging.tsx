import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { Select } from '#web/ui/form/select.tsx';
import type { EditorProps } from './types.ts';

/** The escalation path that a page takes where the ticket's team has none. */
export function PagingEditor({ value: { pathId }, readOnly, onChange }: EditorProps<{ pathId: string | null }>) {
  const { data } = useGet('GET /escalation-paths', {});
  const paths = data?.items ?? [];
  if (readOnly)
    return <p className="f-plain">{paths.find(({ id }) => id === pathId)?.name ?? 'None: nobody is called.'}</p>;
  return (
    <Select
      label="Escalation path"
      placeholder="None: nobody is called"
      clearable
      searchable={paths.length > 8}
      maw={420}
      data={named(paths)}
      value={pathId}
      onChange={(next) => onChange({ pathId: next })}
    />
  );
}
