import type { Sees } from '#shared/vocabulary.ts';
import { Select } from '#web/ui/form/select.tsx';
import { SEES_CHOICES, SEES_WORDS } from '../../../contacts/sees-words.ts';
import type { EditorProps } from './types.ts';

/** What people see of whom their own card says nothing else. */
export function SeesEditor({ value: { sees }, readOnly, onChange }: EditorProps<{ sees: Sees }>) {
  if (readOnly) return <p className="f-plain">{SEES_WORDS[sees]}</p>;
  return (
    <Select
      label="They see"
      description="Of somebody without a site, “their site” is their own tickets alone"
      maw={320}
      allowDeselect={false}
      data={SEES_CHOICES}
      value={sees}
      onChange={(next) => next && onChange({ sees: next as Sees })}
    />
  );
}
