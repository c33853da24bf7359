import type { ClassView } from '#shared/estate.ts';
import { call } from '#web/api/client.ts';
import { PickField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { both, needed, shaped } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { keyFrom } from '#web/ui/text/key-from.ts';
import { send } from '../../session/send.ts';
import { asTree } from '../lists/tree.ts';
import { AttributesField } from './attributes-field.tsx';
import { Inherited } from './inherited.tsx';
import { type AttributeValues, attributeFaults, attributeOf, type ClassValues, NEW_CLASS, valuesOf } from './values.ts';
import './classes.css';

const TOUCHED = ['GET /item-classes', 'GET /items/{id}', 'GET /item-ends'] as const;
const LABELS = { name: 'Name', attributes: 'Attributes of its own', active: 'Active' } as const;
/** Classes one below the other, as a choice shows them. */
const INDENT = '  ';

type Props = { one: ClassView | null; all: readonly ClassView[]; onClose(): void };

/** A new class, or a change to one. */
export function ClassForm({ one, all, onClose }: Props) {
  const inheritedBy = (parentKey: string | null): ClassView['inherited'] => {
    const parent = all.find(({ key }) => key === parentKey);
    return parent ? [...parent.inherited, ...parent.attributes.map((own) => ({ ...own, from: parent.key }))] : [];
  };
  const form = useForm<ClassValues>({
    values: one ? valuesOf(one) : NEW_CLASS,
    version: one?.version ?? 0,
    rules: {
      name: needed('a name such as Camera'),
      key: both(
        needed('a key'),
        shaped(/^[a-z][a-z0-9_]{0,39}$/, 'Use small letters, digits and _, beginning with a letter.'),
      ),
    },
    draft: `item-class.${one?.key ?? 'new'}`,
    parts: ['attributes'],
    judge: ({ attributes, parentKey }) => attributeFaults(attributes, inheritedBy(parentKey)),
    // The server counts in brackets: `attributes[0].key`.
    rename: (path) => path.replace(/\[(\d+)\]/, '.$1'),
    follow: (next, before) =>
      one || before.key !== keyFrom(before.name) || next.key !== before.key
        ? next
        : { ...next, key: keyFrom(next.name) },
    save: ({ values, changed, version }) => {
      const attributes = values.attributes.map(attributeOf);
      if (!one) {
        const { key, name, parentKey } = values;
        return send('POST /item-classes', { body: { key, name, parentKey: parentKey ?? 'item', attributes } }, TOUCHED);
      }
      const { name, active } = changed;
      const body = {
        version,
        ...(name === undefined ? {} : { name }),
        ...(active === undefined ? {} : { active }),
        ...(changed.attributes ? { attributes } : {}),
      };
      return send('PATCH /item-classes/{key}', { params: { key: one.key }, body }, TOUCHED);
    },
    latest: async () => {
      const { items } = await call('GET /item-classes', {});
      const stored = items.find(({ key }) => key === one?.key);
      return stored ? { values: valuesOf(stored), version: stored.version } : { values: NEW_CLASS, version: 0 };
    },
    onSaved: onClose,
  });
  const nameOf = (key: string) => all.find((other) => other.key === key)?.name ?? key;
  return (
    <FormShell
      form={form}
      submit={one ? 'Save' : 'Create class'}
      onCancel={onClose}
      labels={LABELS}
      show={(name, value) =>
        name === 'attributes' ? (value as readonly AttributeValues[]).map((own) => own.name).join(', ') : undefined
      }
    >
      <div className="f-form-pair" data-align="end">
        <TextField form={form} name="name" label={LABELS.name} required data-autofocus />
        <TextField form={form} name="key" label="Key" description="In the API" disabled={one !== null} required />
      </div>
      {one ? (
        one.parentKey && (
          <p className="f-plain f-dim">
            Below <bdi>{nameOf(one.parentKey)}</bdi>
          </p>
        )
      ) : (
        <PickField
          form={form}
          name="parentKey"
          label="Below"
          description="It has the attributes of that class too"
          data={parents(all)}
        />
      )}
      <Inherited attributes={inheritedBy(form.values.parentKey)} nameOf={nameOf} />
      <AttributesField form={form} />
      {one && one.parentKey !== null && (
        <SwitchField
          form={form}
          name="active"
          label={LABELS.active}
          description="An inactive class is offered no more; its items stay"
        />
      )}
    </FormShell>
  );
}

const parents = (all: readonly ClassView[]) =>
  asTree(
    all
      .filter(({ active }) => active)
      .map(({ key, parentKey, name }) => ({ id: key, parentId: parentKey, path: name })),
  ).map(({ node: { id, path }, depth }) => ({ value: id, label: `${INDENT.repeat(depth)}${path}` }));
