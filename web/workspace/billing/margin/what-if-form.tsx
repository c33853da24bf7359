import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ContractRow, ContractView, LineView } from '#shared/contract.ts';
import type { WhatIf } from '#shared/what-if.ts';
import { MultiSelect, Select } from '#web/ui/form/select.tsx';

type Line = { quantity: string; price: string; percent: string; work: 'included' | 'charged' | null; without: boolean };
type Props = {
  contract: ContractView;
  others: readonly ContractRow[];
  pending: boolean;
  onAsk(body: WhatIf): void;
};

const asItIs = ({ terms, priceNow, percent, kind, covers }: LineView): Line => ({
  ...{ quantity: terms.at(-1)?.quantity ?? '', price: priceNow ?? '', percent, without: false },
  work: covers === null || kind.startsWith('block') ? null : kind === 'all_inclusive' ? 'included' : 'charged',
});

/** What of a contract would be otherwise, with what is beside each thing; only what was touched is asked about. */
export function WhatIfForm({ contract, others, pending, onAsk }: Props) {
  const [lines, setLines] = useState<ReadonlyMap<string, Line>>(new Map());
  const [rest, setRest] = useState({ perHour: '', afterHours: '', holiday: '' });
  const [insteadOf, setInsteadOf] = useState<string[]>([]);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    const given = Object.entries(rest).filter(([, value]) => value.trim() !== '');
    onAsk({
      ...Object.fromEntries(given.map(([key, value]) => [key, value.trim()])),
      ...(insteadOf.length > 0 ? { insteadOf } : {}),
      lines: contract.lines.flatMap((line) => changeOf(line, lines.get(line.id))),
    });
  };
  return (
    <form onSubmit={ask} className="f-what-if">
      {contract.lines.map((line) => (
        <LineIf
          key={line.id}
          line={line}
          value={lines.get(line.id) ?? asItIs(line)}
          onChange={(next) => setLines(new Map([...lines, [line.id, next]]))}
        />
      ))}
      <div className="f-billing-bar">
        {(
          [
            ['perHour', 'An hour of work'],
            ['afterHours', 'Times, outside the hours of service'],
            ['holiday', 'Times, on public holidays'],
          ] as const
        ).map(([key, label]) => (
          <TextInput
            key={key}
            label={label}
            placeholder="As agreed"
            inputMode="decimal"
            value={rest[key]}
            onChange={(event) => setRest({ ...rest, [key]: event.currentTarget.value })}
          />
        ))}
      </div>
      {others.length > 0 && (
        <MultiSelect
          label="Instead of"
          description="Other contracts of the client that would not be there"
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          value={insteadOf}
          onChange={setInsteadOf}
        />
      )}
      <div className="f-form-foot">
        <Button type="submit" loading={pending}>
          Work it out
        </Button>
      </div>
    </form>
  );
}

/** What differs from the line as it is. */
function changeOf(line: LineView, value: Line | undefined): NonNullable<WhatIf['lines']> {
  if (!value) return [];
  const was = asItIs(line);
  if (value.without) return [{ lineId: line.id, without: true }];
  const texts = (['quantity', 'price', 'percent'] as const).filter((key) => value[key].trim() !== was[key]);
  const change = {
    ...Object.fromEntries(texts.map((key) => [key, value[key].trim()])),
    ...(value.work !== null && value.work !== was.work ? { work: value.work } : {}),
  };
  return Object.keys(change).length > 0 ? [{ lineId: line.id, ...change }] : [];
}

type LineProps = { line: LineView; value: Line; onChange(next: Line): void };

function LineIf({ line, value, onChange }: LineProps) {
  const text = (key: 'quantity' | 'price' | 'percent', label: string) => (
    <TextInput
      label={label}
      inputMode="decimal"
      disabled={value.without}
      value={value[key]}
      onChange={(event) => onChange({ ...value, [key]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset>
      <legend>
        <bdi>{line.name}</bdi>
      </legend>
      <div className="f-billing-bar">
        {line.terms.length > 0 && text('quantity', 'How many')}
        {line.terms.length > 0 && text('price', 'Price each, a month')}
        {value.work !== null && (
          <Select
            label="Its work"
            data={[
              { value: 'included', label: 'is included' },
              { value: 'charged', label: 'is charged' },
            ]}
            value={value.work}
            disabled={value.without}
            onChange={(work) => onChange({ ...value, work: work === 'included' ? 'included' : 'charged' })}
          />
        )}
        {value.work === 'charged' && text('percent', 'Per cent of the rates')}
        <Checkbox
          label="Without this line"
          checked={value.without}
          onChange={(event) => onChange({ ...value, without: event.currentTarget.checked })}
        />
      </div>
    </fieldset>
  );
}
