import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ConnectorKind, ConnectorTried, ConnectorView } from '#shared/connector.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { PickField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { Select } from '#web/ui/form/select.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { type Form, useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';
import { RemoveConnector } from './remove.tsx';
import { TryBody } from './try-body.tsx';
import { counted } from './words.ts';

type Values = { name: string; provider: string | null; baseUrl: string; fields: Record<string, string> };

const valuesOf = ({ name, provider, baseUrl, values }: ConnectorView): Values => ({
  name,
  provider,
  baseUrl,
  fields: { ...values },
});
const NEW: Values = { name: '', provider: null, baseUrl: '', fields: {} };
const LABELS = { name: 'Name', provider: 'System', baseUrl: 'Address', fields: 'Its fields' };
const TOUCHED = ['GET /connectors', 'GET /connectors/{id}'] as const;

/** A connection: which system, how it is reached, and with what. It can be tried before it is saved. */
export function ConnectorForm({ connector, onClose }: { connector: ConnectorView | null; onClose(): void }) {
  const navigate = useNavigate();
  const { data: kinds } = useGet('GET /connector-kinds', {}, { staleTime: 600_000 });
  const [tried, setTried] = useState<ConnectorTried | null>(null);
  const form = useForm<Values>({
    values: connector ? valuesOf(connector) : NEW,
    version: connector?.version ?? 0,
    parts: ['fields'],
    rename: (path) => path.replace(/^values\./, 'fields.'),
    rules: {
      name: needed('a name, such as the vendor’s'),
      provider: (provider) => (provider === null ? 'Choose which system it is.' : null),
    },
    follow: (next, before) => {
      const kind = kinds?.items.find(({ key }) => key === next.provider);
      if (next.provider === before.provider || !kind) return next;
      const isOwnName = before.name !== '' && !kinds?.items.some(({ name }) => name === before.name);
      return { ...next, name: isOwnName ? next.name : kind.name, fields: defaultsOf(kind) };
    },
    save: async ({ values: { name, baseUrl, provider, fields }, version }) => {
      const needsAddress = kinds?.items.find(({ key }) => key === provider)?.needsAddress;
      const given = { name, values: fields, ...(needsAddress ? { baseUrl } : {}) };
      if (connector)
        return send('PATCH /connectors/{id}', { params: { id: connector.id }, body: { version, ...given } }, TOUCHED);
      const made = await send('POST /connectors', { body: { provider: provider ?? '', ...given } }, TOUCHED);
      await navigate({ to: '/settings/connectors/$id', params: { id: made.id } });
      return made;
    },
    latest: async () => {
      if (!connector) return { values: NEW, version: 0 };
      const stored = await call('GET /connectors/{id}', { params: { id: connector.id } });
      return { values: valuesOf(stored), version: stored.version };
    },
    onSaved: onClose,
  });
  const kind = kinds?.items.find(({ key }) => key === form.values.provider);
  const attempt = () =>
    form.attempt(async ({ provider, baseUrl, fields }) => {
      setTried(null);
      const body = { provider: provider ?? '', baseUrl, values: fields };
      setTried(
        await send('POST /connectors/test', { body: { ...body, ...(connector ? { connectorId: connector.id } : {}) } }),
      );
    });
  return (
    <FormShell
      form={form}
      submit={connector ? 'Save' : 'Connect'}
      onCancel={onClose}
      labels={LABELS}
      more={
        <>
          {kind?.needsAddress && (
            <Button variant="default" loading={form.attempting} disabled={form.busy} onClick={() => void attempt()}>
              Test
            </Button>
          )}
          {connector && <RemoveConnector connector={connector} onGone={onClose} />}
        </>
      }
    >
      {!connector && (
        <PickField
          form={form}
          name="provider"
          label={LABELS.provider}
          required
          searchable
          data-autofocus
          data={(kinds?.items ?? []).map(({ key, name }) => ({ value: key, label: name }))}
        />
      )}
      <TextField form={form} name="name" label={LABELS.name} required />
      {kind?.needsAddress && (
        <TextField
          form={form}
          name="baseUrl"
          label={LABELS.baseUrl}
          description={
            connector
              ? 'At another host its secrets are asked for anew'
              : kind.addressHelp || 'As you open its API, beginning with https://'
          }
          required
        />
      )}
      {kind?.fields.map((field) => (
        <ProviderField key={field.key} form={form} field={field} connector={connector} />
      ))}
      <div role="status">{tried && <Outcome tried={tried} />}</div>
      {kind?.kind === 'monitor' && <TryBody provider={kind.key} values={form.values.fields} />}
    </FormShell>
  );
}

const defaultsOf = (kind: ConnectorKind): Record<string, string> =>
  Object.fromEntries(kind.fields.filter((field) => !field.secret).map((field) => [field.key, field.default]));

type FieldProps = { form: Form<Values>; field: ConnectorKind['fields'][number]; connector: ConnectorView | null };

function ProviderField({ form, field, connector }: FieldProps) {
  const { key, label, help, secret, required, choices } = field;
  const set = connector?.secrets.find((one) => one.field === key);
  const error = form.errors[`fields.${key}`];
  const common = {
    label,
    required: required && !set,
    value: form.values.fields[key] ?? '',
    ...(error ? { error } : {}),
  };
  const put = (value: string) => form.set('fields', { ...form.values.fields, [key]: value });
  if (choices.length > 0)
    return <Select {...common} description={help} data={choices} onChange={(value) => put(value ?? '')} />;
  if (!secret) return <TextInput {...common} description={help} onChange={(event) => put(event.currentTarget.value)} />;
  const kept = set ? `Set${set.ending ? `, ends in ${set.ending}` : ''}; empty: stays as it is. ` : '';
  return (
    <PasswordInput
      {...common}
      autoComplete="off"
      description={kept + help}
      onChange={(event) => put(event.currentTarget.value)}
    />
  );
}

function Outcome({ tried: { works, says, advice, sites, devices } }: { tried: ConnectorTried }) {
  return (
    <p className="f-connector-tried" data-works={works || undefined}>
      <strong>{works ? 'It works: ' : 'It does not work: '}</strong>
      <bdi>{says}</bdi>
      {sites !== null && ` · ${counted(sites, 'site')}`}
      {devices !== null && ` · ${counted(devices, 'device')}`}
      {advice && <span className="f-dim"> {advice}</span>}
    </p>
  );
}
