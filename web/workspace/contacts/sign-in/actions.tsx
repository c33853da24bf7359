import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { ContactSignIn } from '#shared/portal-sign-in.ts';
import { useDo } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { send } from '../../session/send.ts';
import { Unlink } from './identities.tsx';

const CHANGED = ['GET /contacts/{id}/sign-in'] as const;

type Props = {
  contact: { id: string; name: string; email: string | null };
  signIn: ContactSignIn;
  /** Whether they have signed in at a provider of their company. */
  linked: boolean;
  onLink(): void;
};

/** What helps somebody who cannot get in, and what ends that somebody else is. */
export function Actions({ contact: { id, name, email }, signIn, linked, onLink }: Props) {
  const params = { id };
  const { ways, mailIsSent, passwordSetAt, invitedUntil, totpSince, sessions } = signIn;
  const invite = useDo('POST /contacts/{id}/invitation', {
    failed: 'Not sent',
    refresh: CHANGED,
    onDone: () => void toast.done(`A link to choose a password is on its way to ${email}`),
  });
  const signOut = useDo('DELETE /contacts/{id}/sessions', {
    failed: 'Not signed out',
    refresh: CHANGED,
    onDone: () => void toast.done(`${name} is signed out everywhere`),
  });
  const askSignOut = async () => {
    const sure = await confirm({
      title: `Sign ${name} out everywhere?`,
      body: 'Every browser in which they are signed in has to sign in again. What they have not sent is lost there.',
      action: 'Sign out',
      danger: true,
    });
    if (sure) signOut.mutate({ params });
  };
  return (
    <Group gap={8}>
      <Button variant="default" size="compact-sm" onClick={onLink}>
        Sign-in link
      </Button>
      {ways.password && email && mailIsSent && (
        <Button
          variant="default"
          size="compact-sm"
          loading={invite.isPending}
          onClick={() => invite.mutate({ params })}
        >
          {passwordSetAt ? 'Send a password link' : invitedUntil ? 'Invite again' : 'Send an invitation'}
        </Button>
      )}
      {totpSince && <TakeAway id={id} name={name} required={signIn.secondFactor === 'required'} />}
      {sessions.length > 0 && (
        <Button variant="default" size="compact-sm" loading={signOut.isPending} onClick={() => void askSignOut()}>
          Sign out everywhere
        </Button>
      )}
      {linked && <Unlink contactId={id} name={name} />}
    </Group>
  );
}

/** Takes away the second factor of somebody who lost it; whoever does so proves who they are. */
function TakeAway({ id, name, required }: { id: string; name: string; required: boolean }) {
  const [busy, setBusy] = useState(false);
  const take = async () => {
    const sure = await confirm({
      title: `Take away the second factor of ${name}?`,
      body: (
        <>
          Be sure that it is {name} who asks: from then on, whoever reads their mail or knows their password gets in.
          The codes of their app and the recovery codes stop working, and they are signed out everywhere.{' '}
          {required
            ? 'They set up a new one when they next sign in.'
            : 'They can set up a new one behind their name in the portal.'}{' '}
          The audit trail says that it was you.
        </>
      ),
      action: 'Take away',
      danger: true,
    });
    if (!sure) return;
    setBusy(true);
    try {
      await send('DELETE /contacts/{id}/second-factor', { params: { id } }, CHANGED);
      toast.done(`The second factor of ${name} is taken away`);
    } catch (error) {
      toast.fault(error, 'Not taken away');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="default" size="compact-sm" loading={busy} onClick={() => void take()}>
      Take away second factor
    </Button>
  );
}
