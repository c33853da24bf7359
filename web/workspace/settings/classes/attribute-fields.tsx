import { Switch, TagsInput, TextInput } from '@mantine/core';
import type { AttributeType } from '#shared/estate-words.ts';
import { NumberInput } from '#web/ui/form/number-input.tsx';
import { RowTools } from '#web/ui/form/row-tools.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { TYPE_CHOICES } from './attribute-words.ts';
import { type AttributeValues, renamed } from './values.ts';

type Props = {
  attribute: AttributeValues;
  at: number;
  count: number;
  faultOf(part: keyof AttributeValues): string | undefined;
  onChange(next: AttributeValues): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
};

/** One attribute: its name, what can stand in it, and whether something ends on its day. */
export function AttributeFields({ attribute, at, count, faultOf, onChange, onMove, onRemove }: Props) {
  const { isNew, name, key, type, unit, help, options, ends, remindDays } = attribute;
  const set = (part: Partial<AttributeValues>) => onChange({ ...attribute, ...part });
  const title = name.trim() || `Attribute ${at + 1}`;
  return (
    <li aria-label={title}>
      <div className="f-class-attribute-head">
        <strong className="f-cut">
          <bdi>{title}</bdi>
        </strong>
        <RowTools name={title} at={at} count={count} onMove={onMove} onRemove={onRemove} />
      </div>
      <div className="f-form-pair">
        <TextInput
          label="Name"
          required
          maxLength={200}
          value={name}
          error={faultOf('name')}
          onChange={(event) => onChange(renamed(attribute, event.currentTarget.value))}
        />
        <TextInput
          label="Key"
          required
          maxLength={40}
          disabled={!isNew}
          value={key}
          error={faultOf('key')}
          onChange={(event) => set({ key: event.currentTarget.value })}
        />
        <Select
          label="Type"
          disabled={!isNew}
          data={TYPE_CHOICES}
          value={type}
          error={faultOf('type')}
          onChange={(next) => next && set({ type: next as AttributeType })}
        />
        {type === 'number' && (
          <TextInput
            label="Unit"
            placeholder="Such as GB"
            maxLength={20}
            value={unit}
            error={faultOf('unit')}
            onChange={(event) => set({ unit: event.currentTarget.value })}
          />
        )}
      </div>
      {type === 'choice' && (
        <TagsInput
          label="Choices"
          description="Each closed by Enter"
          splitChars={[]}
          maxTags={100}
          value={[...options]}
          error={faultOf('options')}
          onChange={(next) => set({ options: next })}
        />
      )}
      {type === 'date' && (
        <Switch
          label="Something ends on this day"
          description="It is listed under What ends"
          checked={ends}
          onChange={(event) => set({ ends: event.currentTarget.checked })}
        />
      )}
      {type === 'date' && ends && (
        <NumberInput
          label="Open a ticket so many days before"
          placeholder="None is opened"
          min={0}
          max={730}
          maw={280}
          allowDecimal={false}
          value={remindDays ?? ''}
          error={faultOf('remindDays')}
          onChange={(next) => set({ remindDays: typeof next === 'number' ? next : null })}
        />
      )}
      <TextInput
        label="Help"
        maxLength={500}
        value={help}
        error={faultOf('help')}
        onChange={(event) => set({ help: event.currentTarget.value })}
      />
    </li>
  );
}
