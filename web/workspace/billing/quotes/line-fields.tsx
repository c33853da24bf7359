import { Checkbox, Textarea, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { TaxRateView } from '#shared/contract.ts';
import {
  BILLED_WAY_WORDS,
  BILLED_WAYS,
  type BilledWay,
  PRODUCT_KIND_WORDS,
  PRODUCT_KINDS,
  type ProductKind,
} from '#shared/product-words.ts';
import { CHOICES, type Choice, isCharged } from '#shared/quote-words.ts';
import { RowTools } from '#web/ui/form/row-tools.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { CHARGED_ALONE } from './charged-alone.ts';
import type { DraftLine } from './draft-line.ts';

const CHOICE_WORDS: Readonly<Record<Choice, string>> = {
  fixed: 'Always in it',
  optional: 'Optional',
  one_of: 'One of a group',
};

type Props = {
  line: DraftLine;
  at: number;
  count: number;
  errors: Readonly<Record<string, string>>;
  taxes: readonly TaxRateView[];
  onChange(line: DraftLine): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
};

/** One line of a draft. Alt with the arrows moves it. */
export function LineFields({ line, at, count, errors, taxes, onChange, onMove, onRemove }: Props) {
  const set = (some: Partial<DraftLine>) => onChange({ ...line, ...some });
  const error = (field: keyof DraftLine) => errors[`lines.${at}.${field}`];
  const text = (field: 'quantity' | 'unit' | 'price' | 'discount' | 'cost', label: string) => (
    <TextInput
      label={label}
      inputMode={field === 'unit' ? 'text' : 'decimal'}
      maxLength={field === 'unit' ? 40 : 14}
      value={line[field]}
      error={error(field)}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined;
    if (!event.altKey || !by) return;
    event.preventDefault();
    onMove(by);
  };
  const called = line.name || `line ${at + 1}`;
  return (
    <fieldset className="f-quote-line" aria-label={called} onKeyDown={onKeyDown}>
      <div className="f-quote-head">
        <TextInput
          label="What"
          maxLength={200}
          value={line.name}
          error={error('name')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <RowTools name={called} at={at} count={count} onMove={onMove} onRemove={onRemove} />
      </div>
      <div className="f-quote-fields">
        {text('quantity', 'How many')}
        {text('unit', 'Counted in')}
        {text('price', 'Price each')}
        {text('discount', 'Discount, %')}
        {text('cost', 'One costs you')}
        <Select
          label="Billed"
          allowDeselect={false}
          data={BILLED_WAYS.map((value) => ({ value, label: BILLED_WAY_WORDS[value] }))}
          value={line.billed}
          onChange={(next) => set({ billed: next as BilledWay })}
        />
        <Select
          label="Kind"
          allowDeselect={false}
          data={PRODUCT_KINDS.map((value) => ({ value, label: PRODUCT_KIND_WORDS[value] }))}
          value={line.kind}
          onChange={(next) => set({ kind: next as ProductKind })}
        />
        <Select
          label="Tax"
          placeholder="As the client pays"
          clearable
          data={taxes.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))}
          value={line.taxRateId}
          error={error('taxRateId')}
          onChange={(next) => set({ taxRateId: next })}
        />
        <Select
          label="Choice"
          allowDeselect={false}
          data={CHOICES.map((value) => ({ value, label: CHOICE_WORDS[value] }))}
          value={line.choice}
          onChange={(next) => set({ choice: next as Choice, chosen: next === 'fixed' })}
        />
        {line.choice === 'one_of' && (
          <TextInput
            label="Group"
            maxLength={100}
            value={line.group}
            error={error('group')}
            onChange={(event) => set({ group: event.currentTarget.value })}
          />
        )}
        {line.choice !== 'fixed' && (
          <Checkbox
            label="Chosen at first"
            checked={line.chosen}
            onChange={(event) => set({ chosen: event.currentTarget.checked })}
          />
        )}
      </div>
      {isCharged(line, line.taxRateId !== null) && <p className="f-dim">{CHARGED_ALONE}</p>}
      <Textarea
        label="Description"
        autosize
        minRows={1}
        maxLength={2_000}
        value={line.description}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
    </fieldset>
  );
}
