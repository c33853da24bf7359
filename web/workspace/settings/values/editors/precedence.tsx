import { Button } from '@mantine/core';
import { SOURCE_KINDS, type SourceKind } from '#shared/estate-words.ts';
import { useGet } from '#web/api/use.ts';
import { Select } from '#web/ui/form/select.tsx';
import { OrderField } from './order.tsx';
import type { EditorProps } from './types.ts';

type Precedence = { order: SourceKind[]; attributes: Readonly<Record<string, SourceKind[]>> };

const NAMES: Readonly<Record<SourceKind, string>> = {
  person: 'What people write by hand',
  agent: 'Inventory agents',
  rmm: 'RMM systems',
  import: 'Imports',
  monitor: 'Monitoring systems',
};
/** What an order leaves out comes after what it names. */
const whole = (order: readonly SourceKind[]): SourceKind[] => [...new Set([...order, ...SOURCE_KINDS])];

/** Whom to believe where sources differ: about everything, and about single attributes. */
export function PrecedenceEditor({ value, readOnly, onChange }: EditorProps<Precedence>) {
  const { data } = useGet('GET /item-classes', {});
  const names = new Map(data?.items.flatMap(({ attributes }) => attributes.map(({ key, name }) => [key, name])));
  const own = Object.entries(value.attributes);
  const left = [...names].filter(([key]) => !Object.hasOwn(value.attributes, key));
  const put = (key: string, order: SourceKind[]) =>
    onChange({ ...value, attributes: { ...value.attributes, [key]: order } });
  return (
    <>
      <OrderField
        label="Believed first"
        names={NAMES}
        order={whole(value.order)}
        readOnly={readOnly}
        onChange={(order) => onChange({ ...value, order })}
      />
      {own.map(([key, order]) => (
        <div key={key}>
          <OrderField
            label={`About ${names.get(key) ?? key}`}
            names={NAMES}
            order={whole(order)}
            readOnly={readOnly}
            onChange={(next) => put(key, next)}
          />
          {!readOnly && (
            <Button
              variant="default"
              size="compact-sm"
              onClick={() =>
                onChange({ ...value, attributes: Object.fromEntries(own.filter(([other]) => other !== key)) })
              }
            >
              Believe the same as about the rest
            </Button>
          )}
        </div>
      ))}
      {!readOnly && (
        <Select
          label="An order of its own for"
          description="An attribute about which others know better"
          placeholder="Choose an attribute"
          searchable
          maw={320}
          data={left.map(([key, name]) => ({ value: key, label: name }))}
          value={null}
          onChange={(key) => key && put(key, whole(value.order))}
        />
      )}
    </>
  );
}
