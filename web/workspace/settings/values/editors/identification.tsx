import { TagsInput } from '@mantine/core';
import type { IdentifierKind } from '#shared/estate-words.ts';
import { OrderField } from './order.tsx';
import type { EditorProps } from './types.ts';

type Identification = { rules: IdentifierKind[]; excluded: string[] };

const NAMES: Readonly<Record<IdentifierKind, string>> = {
  uuid: 'Hardware UUID',
  serial: 'Serial number',
  mac: 'MAC address',
  hostname: 'Host name',
};

/** By what a device is known again, and what says nothing of which device it is. */
export function IdentificationEditor({ value, readOnly, onChange }: EditorProps<Identification>) {
  return (
    <>
      <OrderField
        label="Known again by"
        names={NAMES}
        order={value.rules}
        readOnly={readOnly}
        partial
        onChange={(rules) => onChange({ ...value, rules })}
      />
      {readOnly && value.excluded.length === 0 ? (
        <p className="f-plain f-dim">No value of your own stands for nothing.</p>
      ) : (
        <TagsInput
          label="Stands for nothing"
          description="Besides what Fettle knows, such as “To be filled by O.E.M.”; each closed by Enter"
          readOnly={readOnly}
          maw={560}
          maxLength={200}
          value={value.excluded}
          onChange={(excluded) => onChange({ ...value, excluded })}
        />
      )}
    </>
  );
}
