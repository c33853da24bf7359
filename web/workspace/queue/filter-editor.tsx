import { Checkbox, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { dayStart } from '#kernel/day.ts';
import { useGet } from '#web/api/use.ts';
import { zoneNote } from '#web/ui/form/zone-note.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { useContactNames } from './filter-names.ts';
import { type Choice, type FilterPart, MANY } from './filter-parts.ts';

type Props = { part: FilterPart; values: readonly string[]; onChange(values: string[]): void };

const SHOWN = 100;

/** How the values of a part of the filter are chosen or typed. */
export function FilterEditor(props: Props) {
  const { part, values, onChange } = props;
  const { kind, label } = part;
  if (kind === 'contacts') return <Contacts {...props} />;
  if (kind === 'days') return <Days {...props} />;
  if (kind === 'words')
    return (
      <TagsInput
        aria-label={label}
        placeholder={values.length === 0 ? 'Any of these; Enter after each' : ''}
        value={[...values]}
        onChange={(next) => onChange(next.map((one) => one.trim()).filter((one) => one !== '' && !one.includes(',')))}
        maxTags={20}
        data-autofocus
      />
    );
  if (kind === 'choices') return <Choices {...props} choices={part.choices} />;
  return <Typed key={values[0] ?? ''} {...props} />;
}

function Choices({ part: { label, single, choices: all }, values, onChange }: Props & { choices: readonly Choice[] }) {
  const [text, setText] = useState('');
  const found = all.filter((one) => one.label.toLowerCase().includes(text.trim().toLowerCase()));
  return (
    <>
      {all.length > MANY && <Find {...{ label, text, setText, found, values, single, onChange }} />}
      <Boxes choices={found.slice(0, SHOWN)} values={values} single={single} onChange={onChange} />
      {found.length === 0 && <span className="f-dim">Nothing fits.</span>}
      {found.length > SHOWN && <span className="f-dim">Type to find the other {found.length - SHOWN}.</span>}
    </>
  );
}

/** People of clients, found by name; those chosen stay in sight. */
function Contacts({ part: { label }, values, onChange }: Props) {
  const [text, setText] = useState('');
  const names = useContactNames(values);
  const q = text.trim();
  const { data } = useGet('GET /contacts', { query: { ...(q ? { q } : {}), limit: 20 } });
  const chosen = values.map((value) => ({ value, label: names.get(value) ?? 'Somebody unknown' }));
  const found = (data?.items ?? [])
    .filter(({ id }) => !values.includes(id))
    .map(({ id, name, clientName }) => ({ value: id, label: `${name} · ${clientName}` }));
  return (
    <>
      <Find {...{ label, text, setText, found, values, onChange }} single={false} />
      <Boxes choices={[...chosen, ...found]} values={values} single={false} onChange={onChange} />
      {data && chosen.length + found.length === 0 && <span className="f-dim">Nobody fits.</span>}
    </>
  );
}

/** The first and the last day, where the reader is. */
function Days({ part: { label }, values, onChange }: Props) {
  const { timeZone } = useReader();
  const zone = zoneNote(timeZone);
  const said = zone ? { description: zone } : {};
  const [after = '', before = ''] = values;
  const first = dayOf(after, timeZone, 0);
  const last = dayOf(before, timeZone, -1);
  // While a year is being typed the field already holds days of its first letters.
  const take = (day: string, later: number, put: (iso: string) => string[]) => {
    if (day === '' || day >= '1970') onChange(put(dayStart(day, timeZone, later) ?? ''));
  };
  return (
    <>
      <TextInput
        type="date"
        label="First day"
        {...said}
        aria-label={`${label}: first day`}
        max={last || undefined}
        mb={8}
        defaultValue={first}
        onChange={(event) => take(event.currentTarget.value, 0, (iso) => [iso, before])}
        data-autofocus
      />
      <TextInput
        type="date"
        label="Last day"
        {...said}
        aria-label={`${label}: last day`}
        min={first || undefined}
        defaultValue={last}
        onChange={(event) => take(event.currentTarget.value, 1, (iso) => [after, iso])}
      />
    </>
  );
}

/** A value that is written out; it counts once it is left or closed by Enter. */
function Typed({ part: { label, kind }, values, onChange }: Props) {
  const take = (value: string) => {
    const text = value.trim();
    if (text !== (values[0] ?? '')) onChange(text === '' ? [] : [text]);
  };
  return (
    <TextInput
      label={`${label} is exactly`}
      type={kind === 'day' ? 'date' : kind === 'number' ? 'number' : 'text'}
      {...(kind === 'number' ? { step: 'any' } : {})}
      maxLength={250}
      defaultValue={values[0] ?? ''}
      onBlur={(event) => take(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && take(event.currentTarget.value)}
      data-autofocus
    />
  );
}

type FindProps = {
  label: string;
  text: string;
  setText(text: string): void;
  found: readonly Choice[];
  values: readonly string[];
  single: boolean;
  onChange(values: string[]): void;
};

/** Narrows what can be chosen; Enter takes the first that is left and not chosen yet. */
function Find({ label, text, setText, found, values, single, onChange }: FindProps) {
  const take = () => {
    const first = found.find(({ value }) => !values.includes(value));
    if (!first || text.trim() === '') return;
    setText('');
    onChange(toggled(first.value, values, single));
  };
  return (
    <TextInput
      aria-label={`Find ${label.toLowerCase()}`}
      placeholder="Find"
      mb={8}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && take()}
      data-autofocus
    />
  );
}

/** The values with this one chosen or, where it was, not. */
function toggled(value: string, values: readonly string[], single: boolean): string[] {
  if (values.includes(value)) return values.filter((one) => one !== value);
  return single ? [value] : [...values, value];
}

type BoxesProps = {
  choices: readonly Choice[];
  values: readonly string[];
  single: boolean;
  onChange(values: string[]): void;
};

function Boxes({ choices, values, single, onChange }: BoxesProps) {
  const toggle = (value: string) => onChange(toggled(value, values, single));
  return (
    <div className="f-pill-choices">
      {choices.map(({ value, label }) => (
        <Checkbox key={value} label={label} checked={values.includes(value)} onChange={() => toggle(value)} />
      ))}
    </div>
  );
}

/** The day of an instant, or the one `later` days on, as a field of days has it. */
function dayOf(iso: string, timeZone: string, later: number): string {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return '';
  // A moment before the end of a day is in it, however long the day is.
  return dayIn(at + later, timeZone);
}
