import { Badge, Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { DkimKey } from '#shared/mail.ts';
import { useGet } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Section } from '#web/ui/form/section.tsx';
import { FormFault } from '#web/ui/form/shell.tsx';
import { Copied } from '#web/ui/marks/copied.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { send } from '../../session/send.ts';

const TOUCHED = ['GET /mail/dkim'] as const;
const STATES = { new: 'Waits for DNS', active: 'Signs', old: 'Old' } as const;

/** Keys that mail is signed with: made here, published by hand, and in use once they were seen in DNS. */
export function Dkim({ fromAddress }: { fromAddress: string }) {
  const { data, error, refetch } = useGet('GET /mail/dkim', {});
  const [domain, setDomain] = useState(fromAddress.slice(fromAddress.lastIndexOf('@') + 1));
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const make = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFault(null);
    await send('POST /mail/dkim', { body: { domain: domain.trim() } }, TOUCHED).catch(setFault);
    setBusy(false);
  };
  const isNext = data?.items.some((key) => key.domain === domain.trim().toLowerCase() && key.state === 'active');
  return (
    <Section
      title="Signing (DKIM)"
      help="Where your mail server does not sign mail itself, Fettle can. Publish the record at your DNS provider, then look for it here; mail is signed from then on."
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
      <ul className="f-lines">
        {data?.items.map((key) => (
          <Key key={key.selector} of={key} />
        ))}
      </ul>
      <form className="f-form-pair" onSubmit={(event) => void make(event)}>
        <TextInput
          label="Domain that mail comes from"
          value={domain}
          maxLength={253}
          onChange={(event) => setDomain(event.currentTarget.value)}
        />
        <div className="f-dkim-make">
          <Button type="submit" variant="default" loading={busy} disabled={domain.trim() === ''}>
            {isNext ? 'Make the next key' : 'Make a key'}
          </Button>
        </div>
      </form>
      {fault !== null && <FormFault error={fault} />}
    </Section>
  );
}

function Key({ of: key }: { of: DkimKey }) {
  const { selector, domain, state, recordName, recordValue, lookedAt, found } = key;
  const [busy, setBusy] = useState(false);
  const look = async () => {
    setBusy(true);
    const params = { selector };
    await send('POST /mail/dkim/{selector}/look', { params }, TOUCHED).catch((error: unknown) =>
      toast.fault(error, 'Not looked for'),
    );
    setBusy(false);
  };
  const forget = async () => {
    const isSigning = state === 'active';
    const yes = await confirm({
      title: `Forget the key ${selector}?`,
      body: isSigning
        ? `Mail from ${domain} is not signed any more. Take the record out of DNS as well.`
        : 'Take its record out of DNS as well, where it is there.',
      action: 'Forget',
      danger: true,
    });
    if (!yes) return;
    await send('DELETE /mail/dkim/{selector}', { params: { selector } }, TOUCHED).catch((error: unknown) =>
      toast.fault(error, 'Not forgotten'),
    );
  };
  return (
    <li>
      <div className="f-dkim-key">
        <p className="f-plain">
          <strong>{domain}</strong> <Badge {...(state === 'active' ? {} : { color: 'gray' })}>{STATES[state]}</Badge>
        </p>
        {state === 'old' && (
          <p className="f-plain f-dim">
            Leave its record in DNS for a week, so that mail on its way can be checked; then forget it.
          </p>
        )}
        <Copied label="TXT record" text={recordName} />
        <Copied label="Value" text={recordValue} />
        {lookedAt && (
          <p className="f-plain f-dim" role="status">
            {found ?? 'The record is there.'} Looked for <TimeAgo at={lookedAt} />.
          </p>
        )}
      </div>
      <div className="f-dkim-do">
        <Button variant="default" size="compact-sm" loading={busy} onClick={() => void look()}>
          Look in DNS<span className="f-hidden"> for {selector}</span>
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => void forget()}>
          Forget<span className="f-hidden"> {selector}</span>
        </Button>
      </div>
    </li>
  );
}
