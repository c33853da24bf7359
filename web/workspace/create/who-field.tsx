import { CloseButton, Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import { fold } from '#kernel/fold.ts';
import { useGet } from '#web/api/use.ts';
import { PersonChip } from '#web/ui/marks/person.tsx';
import { fits } from '#web/ui/picker/picker.tsx';
import { isCalled } from '../desk/called.ts';
import { useClients } from '../desk/names.ts';
import type { Who } from './form.ts';
import { createOpen } from './store.ts';

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
  const every = useClients();
  const people = q.length > 1 ? (contacts.data?.items ?? []) : [];
  const companies = q.length > 1 ? (clients.data?.items ?? []) : [];
  // Whoever types all of a client's name or code means the client, rather than the first of its people.
  const called = q.length > 1 ? every.filter((one) => isCalled(one, q)) : [];
  const others = companies.filter(({ id }) => !called.some((one) => one.id === id));
  const first = called[0]?.id ?? people[0]?.id ?? others[0]?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the best fit is at hand for Enter whenever what was found changes
  useEffect(() => {
    if (first) box.selectFirstOption();
  }, [first, q]);
  // What is shown may still be what an earlier text found.
  const settled = text.trim() === q && !contacts.isFetching && !clients.isFetching;
  const [entered, setEntered] = useState(false);
  const pick = (value: string) => {
    const person = people.find(({ id }) => id === value);
    const company = [...called, ...others].find(({ id }) => id === value);
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
  const pickFirst = useEffectEvent(() => first !== undefined && pick(first));
  useEffect(() => {
    if (!entered || !settled) return;
    setEntered(false);
    pickFirst();
  }, [entered, settled]);
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
      <Combobox.Target withKeyboardNavigation={settled}>
        <TextInput
          label="Who"
          placeholder="Name, mail or phone of the caller, or the client"
          required
          error={error}
          description={every.length > 0 && every.every(({ kind }) => kind === 'internal') && <FirstClient />}
          value={text}
          onChange={(event) => {
            setEntered(false);
            setText(event.currentTarget.value);
            box.openDropdown();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || settled || text.trim().length < 2) return;
            event.preventDefault();
            setEntered(true);
          }}
          onBlur={() => box.closeDropdown()}
          data-autofocus
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={q.length < 2}>
        <Combobox.Options aria-label="People and clients">
          <Companies found={called} />
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
          <Companies found={others} />
          {called.length + people.length + others.length === 0 && (
            <Combobox.Empty>
              {contacts.isFetching ? 'Searching …' : 'Nobody found. Try the client’s name.'}
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** Where there is nobody yet whose ticket it could be: the way to the first client, besides the MSP itself. */
function FirstClient() {
  return (
    <>
      There is no client yet but you yourselves.{' '}
      <Link to="/clients" onClick={() => createOpen.set(null)}>
        Add your first client
      </Link>
    </>
  );
}

function Companies({ found }: { found: readonly { id: string; name: string; code: string }[] }) {
  if (found.length === 0) return null;
  return (
    <Combobox.Group label="Clients">
      {found.map(({ id, name, code }) => (
        <Combobox.Option key={id} value={id}>
          <bdi>{name}</bdi> <span className="f-dim">{code}</span>
        </Combobox.Option>
      ))}
    </Combobox.Group>
  );
}
