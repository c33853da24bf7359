import { CloseButton, Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { fold } from '#kernel/fold.ts';
import { useGet } from '#web/api/use.ts';
import { PersonChip } from '#web/ui/marks/person.tsx';
import { fits } from '#web/ui/picker/picker.tsx';
import type { Who } from './form.ts';

const WAIT_MS = 120;

/** The caller: found by name, mail or phone; or just the client. */
export function WhoField({
  who,
  error,
  onChange,
}: {
  who: Who | null;
  error: string | undefined;
  onChange(who: Who | null): void;
}) {
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), WAIT_MS);
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const on = { enabled: q.length > 1, placeholderData: keepPreviousData };
  const contacts = useGet('GET /contacts', { query: { q, limit: 8, active: true } }, on);
  const clients = useGet('GET /clients', { query: { q, limit: 5, active: true } }, on);
  const people = q.length > 1 ? (contacts.data?.items ?? []) : [];
  const companies = q.length > 1 ? (clients.data?.items ?? []) : [];
  const first = people[0]?.id ?? companies[0]?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the best fit is at hand for Enter whenever what was found changes
  useEffect(() => {
    if (first) box.selectFirstOption();
  }, [first, q]);
  const pick = (value: string) => {
    const person = people.find(({ id }) => id === value);
    const company = companies.find(({ id }) => id === value);
    if (person)
      onChange({
        clientId: person.clientId,
        clientName: person.clientName,
        requesterId: person.id,
        requesterName: person.name,
        vip: person.vip,
      });
    else if (company)
      onChange({ clientId: company.id, clientName: company.name, requesterId: null, requesterName: null, vip: false });
    setText('');
    box.closeDropdown();
  };
  if (who) {
    return (
      <div>
        <span className="f-field-label" id="who-label">
          Who
        </span>
        <div className="f-who" role="group" aria-labelledby="who-label">
          <PersonChip name={who.requesterName} vip={who.vip} nobody="Somebody" />
          <bdi className="f-dim f-cut">{who.clientName}</bdi>
          <CloseButton aria-label="Somebody else" onClick={() => onChange(null)} />
        </div>
      </div>
    );
  }
  return (
    <Combobox store={box} onOptionSubmit={pick}>
      <Combobox.Target>
        <TextInput
          label="Who"
          placeholder="Name, mail or phone of the caller, or the client"
          required
          error={error}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            box.openDropdown();
          }}
          onBlur={() => box.closeDropdown()}
          data-autofocus
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={q.length < 2}>
        <Combobox.Options aria-label="People and clients">
          {people.length > 0 && (
            <Combobox.Group
              label={
                people.some(({ name, email, phone }) => fits(fold(`${name} ${email} ${phone}`), fold(q))) ||
                /^[\d+() ./-]+$/.test(q)
                  ? 'People'
                  : 'Did you mean'
              }
            >
              {people.map(({ id, name, vip, clientName, email, phone }) => (
                <Combobox.Option key={id} value={id}>
                  <span className="f-who-option">
                    <PersonChip name={name} vip={vip} />
                    <span className="f-dim f-cut">{[clientName, email, phone].filter(Boolean).join(' · ')}</span>
                  </span>
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
          {companies.length > 0 && (
            <Combobox.Group label="Clients">
              {companies.map(({ id, name, code }) => (
                <Combobox.Option key={id} value={id}>
                  <bdi>{name}</bdi> <span className="f-dim">{code}</span>
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
          {people.length + companies.length === 0 && (
            <Combobox.Empty>
              {contacts.isFetching ? 'Searching …' : 'Nobody found. Try the client’s name.'}
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
