import { Button, Switch, TextInput } from '@mantine/core';
import { named } from '#web/ui/form/choices.ts';
import { Select } from '#web/ui/form/select.tsx';
import { useClients, useStaff } from '../../desk/names.ts';
import { useCan } from '../../session/me.ts';
import { KINDS } from './kinds.ts';
import { showsPeopleOnly } from './query.ts';
import '#web/ui/form/form.css';

type Props = { at: URLSearchParams; go(next: Readonly<Record<string, string | null>>): void };
/** What of the address narrows the trail. */
export const NARROWS = ['who', 'kind', 'client', 'from', 'to'] as const;

/** Who, what kind, which client, and when. Names are offered to those who may see them. */
export function AuditFilters({ at, go }: Props) {
  const can = useCan();
  const narrowed = NARROWS.some((name) => at.has(name));
  return (
    <search className="f-list-bar f-audit-bar">
      {can('team.read') && <Who at={at} go={go} />}
      <Select
        aria-label="Kind"
        placeholder="Everything"
        clearable
        data={KINDS.map(({ value, label }) => ({ value, label }))}
        value={at.get('kind')}
        onChange={(kind) => go({ kind })}
      />
      {can('client.read') && <Client at={at} go={go} />}
      <TextInput
        type="date"
        aria-label="From: first day"
        leftSection={<span aria-hidden="true">From</span>}
        leftSectionWidth={48}
        max={at.get('to') ?? undefined}
        value={at.get('from') ?? ''}
        onChange={(event) => go({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        aria-label="To: last day"
        leftSection={<span aria-hidden="true">To</span>}
        leftSectionWidth={34}
        min={at.get('from') ?? undefined}
        value={at.get('to') ?? ''}
        onChange={(event) => go({ to: event.currentTarget.value })}
      />
      <Switch
        label="People only"
        checked={showsPeopleOnly(at)}
        onChange={(event) => go({ show: event.currentTarget.checked ? null : 'all' })}
      />
      {narrowed && (
        <Button
          variant="subtle"
          color="gray"
          onClick={() => go({ ...Object.fromEntries(NARROWS.map((name) => [name, null])), show: 'all' })}
        >
          Show everything
        </Button>
      )}
    </search>
  );
}

function Who({ at, go }: Props) {
  return (
    <Select
      aria-label="Who"
      placeholder="Anybody"
      clearable
      searchable
      nothingFoundMessage="Nobody fits"
      limit={200}
      data={named(useStaff())}
      value={at.get('who')}
      onChange={(who) => go({ who })}
    />
  );
}

function Client({ at, go }: Props) {
  return (
    <Select
      aria-label="Client"
      placeholder="Any client"
      clearable
      searchable
      nothingFoundMessage="No client fits"
      limit={200}
      data={named(useClients())}
      value={at.get('client')}
      onChange={(client) => go({ client })}
    />
  );
}
