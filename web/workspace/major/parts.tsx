import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MajorView } from '#shared/major.ts';
import { useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { named } from '#web/ui/form/choices.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { NumberField, PickField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { ask, useAllowed } from '../actions/index.ts';
import { useWorkers } from '../desk/names.ts';
import { useCan } from '../session/me.ts';
import { send } from '../session/send.ts';
import { MAJOR_ROLES, type MajorRole, TOUCHED } from './words.ts';

const ROLES = Object.keys(MAJOR_ROLES) as MajorRole[];
const LINK = /^(https:\/\/|tel:)/i;

/** Who has which part, where they talk, and calling more people. */
export function Parts({ major }: { major: MajorView }) {
  const [editing, setEditing] = useState(false);
  const mayPage = useAllowed()('page');
  const ended = major.state === 'completed' || major.state === 'declined';
  const may = useCan()('major.manage') && !ended;
  const { data: ticket } = useGet('GET /tickets/{idOrKey}', { params: { idOrKey: major.key } });
  const { roles, bridge, cadenceMinutes } = major;
  useShortcuts([
    {
      combo: 'e',
      label: 'Say who has which part',
      group: 'Major incident',
      off: !may,
      run: () => setEditing(true),
    },
  ]);
  const actions = may && (
    <Button variant="default" size="compact-sm" onClick={() => setEditing(true)}>
      Change…
    </Button>
  );
  return (
    <Section title="People and bridge" actions={actions}>
      <Facts
        facts={[
          ...ROLES.map(
            (role) =>
              [
                MAJOR_ROLES[role].name,
                <bdi key={role}>{roles.find((one) => one.role === role)?.staff.name ?? 'Nobody yet'}</bdi>,
              ] as const,
          ),
          [
            'Bridge',
            bridge &&
              (LINK.test(bridge) ? (
                <a key="bridge" href={bridge} target="_blank" rel="noopener noreferrer">
                  {bridge}
                </a>
              ) : (
                <bdi key="bridge">{bridge}</bdi>
              )),
          ],
          ['Clients are told', `every ${cadenceMinutes} minutes`],
        ]}
      />
      {ticket && mayPage && !ended && (
        <div>
          <Button variant="default" size="compact-sm" onClick={() => ask('page', [ticket])}>
            Page on-call…
          </Button>
        </div>
      )}
      <Dialog title="People, bridge and telling" opened={editing} onClose={() => setEditing(false)}>
        {editing && <PartsForm major={major} onClose={() => setEditing(false)} />}
      </Dialog>
    </Section>
  );
}

type Values = Record<MajorRole, string | null> & { bridge: string; toldTitle: string; cadenceMinutes: number | null };

function PartsForm({ major, onClose }: { major: MajorView; onClose(): void }) {
  const workers = useWorkers([major.client.id]);
  const held = (role: MajorRole) => major.roles.find((one) => one.role === role)?.staff.id ?? null;
  const form = useForm<Values>({
    values: {
      manager: held('manager'),
      technical: held('technical'),
      communications: held('communications'),
      scribe: held('scribe'),
      bridge: major.bridge,
      toldTitle: major.toldTitle,
      cadenceMinutes: major.cadenceMinutes,
    },
    version: major.version,
    rules: { toldTitle: needed('what clients read') },
    save: ({ values: { bridge, toldTitle, cadenceMinutes, ...people }, changed, version }) =>
      send(
        'PATCH /major-incidents/{idOrKey}',
        {
          params: { idOrKey: major.id },
          body: {
            version,
            ...(ROLES.some((role) => role in changed)
              ? { roles: ROLES.flatMap((role) => (people[role] ? [{ role, staffId: people[role] }] : [])) }
              : {}),
            ...('bridge' in changed ? { bridge } : {}),
            ...('toldTitle' in changed ? { toldTitle } : {}),
            ...('cadenceMinutes' in changed ? { cadenceMinutes: cadenceMinutes ?? major.cadenceMinutes } : {}),
          },
        },
        TOUCHED,
      ),
    rename: (path) => (path.startsWith('roles') ? 'manager' : path),
    onSaved: () => {
      toast.done('Saved');
      onClose();
    },
  });
  return (
    <FormShell form={form} submit="Save" onCancel={onClose}>
      {ROLES.map((role) => (
        <PickField
          key={role}
          form={form}
          name={role}
          label={MAJOR_ROLES[role].name}
          description={MAJOR_ROLES[role].help}
          placeholder="Nobody yet"
          clearable
          searchable
          data={named(workers)}
          {...(role === 'manager' ? { 'data-autofocus': true } : {})}
        />
      ))}
      <TextField
        form={form}
        name="bridge"
        label="Bridge"
        description="Where those on it talk: an address of a meeting, a number, or words"
        maxLength={500}
      />
      <TextField
        form={form}
        name="toldTitle"
        label="Title for clients"
        description="People of every affected client read it: name none of them"
        maxLength={200}
      />
      <NumberField form={form} name="cadenceMinutes" label="Tell clients every (minutes)" min={5} max={1440} />
    </FormShell>
  );
}
