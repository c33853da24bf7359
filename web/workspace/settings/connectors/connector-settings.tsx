import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ConnectorKind, ConnectorView } from '#shared/connector.ts';
import { call } from '#web/api/client.ts';
import { named } from '#web/ui/form/choices.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { NumberField, PickField, SecretField, SwitchField, TextField, WordsField } from '#web/ui/form/fields.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useClients } from '../../desk/names.ts';
import { send } from '../../session/send.ts';
import { everyWords } from './words.ts';

const SECRET = 'hook.secret';
const KEY = 'hook.signatureKey';
const LABELS = {
  changesMinutes: 'Changes of devices, every so many minutes',
  fullMinutes: 'All devices anew, every so many minutes',
  alertsMinutes: 'Open alerts compared, every so many minutes',
  servesId: 'All is of one client',
  networks: 'Networks that may call',
  secret: 'Secret in the header X-Fettle-Secret',
  needsNoSecret: 'Calls need no secret any more',
  key: 'Key of the signature (HMAC-SHA256)',
  needsNoKey: 'Calls need no signature any more',
  signatureHeader: 'Header of the signature',
  timeHeader: 'Header of its time',
};

const isSet = ({ secrets }: ConnectorView, field: string) => secrets.some((one) => one.field === field);

/** How often a system is read, whose all of it is, and who may call in its name. */
export function ConnectorSettings({ connector, abilities }: { connector: ConnectorView; abilities: Abilities }) {
  const [isEditing, setEditing] = useState(false);
  const { hook, servesName, tasks } = connector;
  const reads = (task: 'devices' | 'alerts') => tasks.some((one) => one.task === task);
  return (
    <Section
      title="How it is read, and who may call"
      actions={
        <Button variant="default" onClick={() => setEditing(true)}>
          Change these
        </Button>
      }
    >
      <Facts
        facts={[
          ['Changes of devices', reads('devices') && everyWords(connector.changesMinutes)],
          ['All devices anew', reads('devices') && everyWords(connector.fullMinutes)],
          ['Open alerts', reads('alerts') && everyWords(connector.alertsMinutes)],
          ['What is nobody’s comes to', servesName && <bdi>{servesName}</bdi>],
          ['Calls may come from', abilities.webhook && (hook.networks.join(', ') || 'anywhere')],
          ['Calls prove themselves by', abilities.webhook && proofs(connector).join(' and ')],
          ['Told back', toldBack(abilities)],
        ]}
      />
      <Dialog title="How it is read, and who may call" opened={isEditing} onClose={() => setEditing(false)} size={640}>
        {isEditing && <SettingsForm connector={connector} abilities={abilities} onClose={() => setEditing(false)} />}
      </Dialog>
    </Section>
  );
}

type Abilities = ConnectorKind['abilities'];

function proofs(connector: ConnectorView): string[] {
  return [
    'their address',
    ...(isSet(connector, SECRET) ? ['a secret'] : []),
    ...(isSet(connector, KEY) ? ['a signature'] : []),
  ];
}

/** What the system hears of its alerts, in words. */
function toldBack({ resolve, acknowledge }: Abilities): string | null {
  if (resolve && acknowledge) return 'when an alert is acknowledged or closed here';
  if (resolve) return 'when an alert is closed here';
  return acknowledge ? 'when an alert is acknowledged here' : null;
}

const valuesOf = ({ changesMinutes, fullMinutes, alertsMinutes, servesId, hook }: ConnectorView) => ({
  ...{ changesMinutes, fullMinutes, alertsMinutes, servesId, ...hook },
  ...{ secret: '', needsNoSecret: false, key: '', needsNoKey: false },
});
type Values = Omit<ReturnType<typeof valuesOf>, 'changesMinutes' | 'fullMinutes' | 'alertsMinutes' | 'networks'> & {
  changesMinutes: number | null;
  fullMinutes: number | null;
  alertsMinutes: number | null;
  networks: readonly string[];
};

type FormProps = { connector: ConnectorView; abilities: Abilities; onClose(): void };

function SettingsForm({ connector, abilities, onClose }: FormProps) {
  const { id, kind, tasks } = connector;
  const clients = useClients();
  const form = useForm<Values>({
    values: valuesOf(connector),
    version: connector.version,
    secret: ['secret', 'key'],
    rules: { secret: atLeast(16), key: atLeast(8) },
    rename: (path) =>
      path
        .replace(/^hookSecret$/, 'secret')
        .replace(/^hookSignatureKey$/, 'key')
        .replace(/^hook\.(\w+).*$/, '$1'),
    save: ({ values, version }) => {
      const { networks, signatureHeader, timeHeader, secret, needsNoSecret, key, needsNoKey, ...plain } = values;
      const { changesMinutes, fullMinutes, alertsMinutes, servesId } = plain;
      const body = {
        ...{ version, servesId },
        ...(changesMinutes === null ? {} : { changesMinutes }),
        ...(fullMinutes === null ? {} : { fullMinutes }),
        ...(alertsMinutes === null ? {} : { alertsMinutes }),
        hook: { networks: [...networks], signatureHeader, timeHeader },
        ...changed('hookSecret', secret, needsNoSecret),
        ...changed('hookSignatureKey', key, needsNoKey),
      };
      return send('PATCH /connectors/{id}', { params: { id }, body }, ['GET /connectors', 'GET /connectors/{id}']);
    },
    latest: async () => {
      const stored = await call('GET /connectors/{id}', { params: { id } });
      return { values: valuesOf(stored), version: stored.version };
    },
    onSaved: onClose,
  });
  const kept = (field: string) => (isSet(connector, field) ? 'Set; empty: stays as it is. ' : '');
  return (
    <FormShell form={form} submit="Save" onCancel={onClose} labels={LABELS}>
      {tasks.some(({ task }) => task === 'devices') && (
        <>
          <NumberField form={form} name="changesMinutes" label={LABELS.changesMinutes} min={1} max={10_080} />
          <NumberField form={form} name="fullMinutes" label={LABELS.fullMinutes} min={15} max={43_200} />
        </>
      )}
      {tasks.some(({ task }) => task === 'alerts') && (
        <NumberField
          form={form}
          name="alertsMinutes"
          label={LABELS.alertsMinutes}
          description="So that what no call told is found all the same"
          min={1}
          max={1_440}
        />
      )}
      <PickField
        form={form}
        name="servesId"
        label={LABELS.servesId}
        description={
          kind === 'monitor'
            ? 'For a monitor of one client: what is mapped to nobody comes to this client'
            : 'Devices and alerts of a site that is nobody’s come to this client'
        }
        placeholder="Each client’s own, as mapped"
        searchable
        clearable
        data={named(clients)}
      />
      {abilities.webhook && (
        <>
          <WordsField
            form={form}
            name="networks"
            label={LABELS.networks}
            description="Such as 203.0.113.0/24 or one address, each closed by Enter; none: from anywhere"
          />
          <SecretField
            form={form}
            name="secret"
            label={LABELS.secret}
            description={`${kept(SECRET)}At least 16 characters. Calls without it are refused.`}
            autoComplete="off"
          />
          {isSet(connector, SECRET) && <SwitchField form={form} name="needsNoSecret" label={LABELS.needsNoSecret} />}
          <SecretField
            form={form}
            name="key"
            label={LABELS.key}
            description={`${kept(KEY)}For systems that sign their calls, such as Grafana.`}
            autoComplete="off"
          />
          {isSet(connector, KEY) && <SwitchField form={form} name="needsNoKey" label={LABELS.needsNoKey} />}
          <TextField
            form={form}
            name="signatureHeader"
            label={LABELS.signatureHeader}
            description="Empty: X-Grafana-Alerting-Signature"
          />
          <TextField
            form={form}
            name="timeHeader"
            label={LABELS.timeHeader}
            description="Where the signature is over the time and the body; such calls count for five minutes"
          />
        </>
      )}
    </FormShell>
  );
}

/** A secret that stays as it is where nothing is typed. */
const atLeast = (characters: number) => (typed: string) =>
  typed === '' || typed.length >= characters ? null : `Take at least ${characters} characters.`;

/** What is written once: left out where it stays, null where it goes. */
const changed = (name: 'hookSecret' | 'hookSignatureKey', typed: string, isGone: boolean) =>
  typed !== '' ? { [name]: typed } : isGone ? { [name]: null } : {};
