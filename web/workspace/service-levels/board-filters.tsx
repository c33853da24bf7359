import { SegmentedControl } from '@mantine/core';
import { named } from '#web/ui/form/choices.ts';
import { Select } from '#web/ui/form/select.tsx';
import { useClients, useTeams } from '../desk/names.ts';
import { type BoardAddress, type Go, HOURS } from './board-address.ts';

const DAY = 24;
const hoursAhead = (hours: number): string => {
  const [count, unit] = hours > DAY && hours % DAY === 0 ? [hours / DAY, 'day'] : [hours, 'hour'];
  return `Next ${count === 1 ? unit : `${count} ${unit}s`}`;
};

const KINDS = [
  { value: 'first_response', label: 'First response' },
  { value: 'next_update', label: 'Next update' },
  { value: 'resolution', label: 'Resolution' },
  { value: 'ola', label: 'OLAs between teams' },
  { value: 'vendor', label: 'Vendor' },
];
const GROUPS = [
  { value: '', label: 'One list' },
  { value: 'client', label: 'Client' },
  { value: 'team', label: 'Team' },
];

/** What the board is narrowed to; each choice goes into the address. */
export function BoardFilters({ query, by, go }: Pick<BoardAddress, 'query' | 'by'> & { go: Go }) {
  const clients = named(useClients());
  const teams = named(useTeams());
  const hours = [...new Set([...HOURS, query.hours])].sort((a, b) => a - b);
  return (
    <div className="f-sla-filters" role="group" aria-label="What is shown">
      <Select
        aria-label="How far ahead"
        data={hours.map((value) => ({ value: String(value), label: hoursAhead(value) }))}
        value={String(query.hours)}
        onChange={(value) => go({ hours: value })}
      />
      <Select
        aria-label="Client"
        placeholder="Every client"
        data={clients}
        value={query.clientId ?? null}
        onChange={(client) => go({ client })}
        searchable
        clearable
      />
      <Select
        aria-label="Team"
        placeholder="Every team"
        data={[{ value: 'mine', label: 'My teams' }, { value: 'none', label: 'No team' }, ...teams]}
        value={query.teamId ?? null}
        onChange={(team) => go({ team })}
        searchable
        clearable
      />
      <Select
        aria-label="Target"
        placeholder="Every target"
        data={KINDS}
        value={query.target ?? null}
        onChange={(target) => go({ target })}
        clearable
      />
      <SegmentedControl
        aria-label="Grouped by"
        data={GROUPS}
        value={by ?? ''}
        onChange={(value) => go({ by: value || null })}
      />
    </div>
  );
}
