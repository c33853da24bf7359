import { Button, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ClientDomain } from '#shared/mail.ts';
import { useGet } from '#web/api/use.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';

/** The domains from which a client's people write, and what becomes of somebody new from there. */
export function MailDomains({ clientId, name }: { clientId: string; name: string }) {
  const can = useCan();
  const [editing, setEditing] = useState(false);
  const { data } = useGet('GET /clients/{id}/mail-domains', { params: { id: clientId } });
  return (
    <Section
      title="Mail domains"
      actions={
        can('client.manage') &&
        data && (
          <Button
            variant="default"
            size="compact-sm"
            aria-label="Edit the mail domains"
            onClick={() => setEditing(true)}
          >
            Edit
          </Button>
        )
      }
    >
      {!data && <SkeletonLines lines={1} />}
      {data?.items.length === 0 && (
        <p className="f-plain f-dim">None. Mail of somebody unknown is kept back until somebody says whose it is.</p>
      )}
      <ul className="f-lines">
        {data?.items.map(({ domain, admits }) => (
          <li key={domain}>
            <div>
              <bdi>{domain}</bdi>
              <div className="f-dim">
                {admits ? 'Somebody new from there becomes one of its people' : 'Somebody new from there is kept back'}
              </div>
            </div>
          </li>
        ))}
      </ul>
      <Dialog title={`Mail domains of ${name}`} opened={editing} onClose={() => setEditing(false)}>
        {editing && data && <DomainsForm clientId={clientId} domains={data.items} onClose={() => setEditing(false)} />}
      </Dialog>
    </Section>
  );
}

type FormProps = { clientId: string; domains: readonly ClientDomain[]; onClose(): void };

const isDomain = (text: string) => /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}$/i.test(text);

function DomainsForm({ clientId, domains, onClose }: FormProps) {
  const form = useForm<{ domains: ClientDomain[] }>({
    values: { domains: domains.length > 0 ? [...domains] : [{ domain: '', admits: true }] },
    parts: ['domains'],
    judge: (values) =>
      Object.fromEntries(
        values.domains.flatMap(({ domain }, at) =>
          isDomain(domain.trim()) ? [] : [[`domains.${at}.domain`, 'Enter a domain such as acme.example.']],
        ),
      ),
    save: ({ values }) => {
      const body = { domains: values.domains.map(({ domain, admits }) => ({ domain: domain.trim(), admits })) };
      return send('PUT /clients/{id}/mail-domains', { params: { id: clientId }, body }, [
        'GET /clients/{id}/mail-domains',
      ]);
    },
    onSaved: onClose,
  });
  const rows = form.values.domains;
  const put = (at: number, next: Partial<ClientDomain>) =>
    form.set(
      'domains',
      rows.map((row, index) => (index === at ? { ...row, ...next } : row)),
    );
  return (
    <FormShell form={form} submit="Save" onCancel={onClose}>
      <p className="f-plain f-dim">
        What stands after the @ of its people’s addresses. A provider of mail for everybody, such as gmail.com, can
        stand for no client.
      </p>
      <ul className="f-domains">
        {rows.map(({ domain, admits }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          <li key={at}>
            <TextInput
              aria-label={`Domain ${at + 1}`}
              placeholder="acme.example"
              maxLength={253}
              value={domain}
              error={form.errors[`domains.${at}.domain`]}
              onChange={(event) => put(at, { domain: event.currentTarget.value })}
              {...(at === 0 ? { 'data-autofocus': true } : {})}
            />
            <Button
              variant="subtle"
              color="gray"
              aria-label={`Remove domain ${at + 1}`}
              onClick={() =>
                form.set(
                  'domains',
                  rows.filter((_row, index) => index !== at),
                )
              }
            >
              Remove
            </Button>
            <Switch
              label="Somebody new from there becomes one of its people"
              checked={admits}
              onChange={(event) => put(at, { admits: event.currentTarget.checked })}
            />
          </li>
        ))}
      </ul>
      <Button
        className="f-start"
        variant="default"
        size="compact-sm"
        onClick={() => form.set('domains', [...rows, { domain: '', admits: true }])}
      >
        Add a domain
      </Button>
    </FormShell>
  );
}
