import { Button } from '@mantine/core';
import { moved, put, without } from '#web/ui/form/order.ts';
import type { Form } from '#web/ui/form/use-form.ts';
import { AttributeFields } from './attribute-fields.tsx';
import { type ClassValues, NEW_ATTRIBUTE } from './values.ts';

const MOST = 100;

/** The attributes that a class adds to those it inherits, in the order in which they are shown. */
export function AttributesField({ form }: { form: Form<ClassValues> }) {
  const { attributes } = form.values;
  const set = (next: ClassValues['attributes']) => form.set('attributes', next);
  return (
    <fieldset className="f-class-own">
      <legend className="f-legend">Attributes of its own</legend>
      <p className="f-plain f-dim">What is kept of its items beyond what the classes above it say.</p>
      <ol className="f-class-attributes">
        {attributes.map((one, at) => (
          <AttributeFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a new one has no identity but its place
            key={at}
            attribute={one}
            at={at}
            count={attributes.length}
            faultOf={(part) => form.errors[`attributes.${at}.${part}`]}
            onChange={(next) => set(put(attributes, at, next))}
            onMove={(by) => set(moved(attributes, at, by))}
            onRemove={() => set(without(attributes, at))}
          />
        ))}
      </ol>
      {attributes.length < MOST && (
        <Button variant="default" size="compact-sm" onClick={() => set([...attributes, NEW_ATTRIBUTE])}>
          Add an attribute
        </Button>
      )}
    </fieldset>
  );
}
