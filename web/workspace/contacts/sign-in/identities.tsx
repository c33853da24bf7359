import { Button } from '@mantine/core';
import type { ContactIdentities } from '#shared/client-sso.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { send } from '../../session/send.ts';

/** At which identity providers of their company somebody has signed in; nothing where there are none. */
export function Identities({ items }: ContactIdentities) {
  if (items.length === 0) return null;
  return (
    <ul className="f-lines" aria-label="Accounts at their company’s identity provider">
      {items.map(({ provider, email, lastUsedAt }) => (
        <li key={provider}>
          <span className="f-grow">
            <bdi>{provider}</bdi> <bdi className="f-dim">{email}</bdi>
          </span>
          <TimeAgo at={lastUsedAt} />
        </li>
      ))}
    </ul>
  );
}

/** Forgets these accounts of somebody, so that one made anew is taken for them. */
export function Unlink({ contactId, name }: { contactId: string; name: string }) {
  const unlink = async () => {
    const sure = await confirm({
      title: `Unlink ${name}?`,
      body: 'They are signed out. Whoever signs in with their address next is taken for them: do this when their account there was made anew.',
      action: 'Unlink',
      danger: true,
    });
    if (!sure) return;
    try {
      await send('DELETE /contacts/{id}/identities', { params: { id: contactId } }, [
        'GET /contacts/{id}/identities',
        'GET /contacts/{id}/sign-in',
      ]);
      toast.done(`${name} is unlinked from their company’s provider`);
    } catch (error) {
      toast.fault(error, 'Not unlinked');
    }
  };
  return (
    <Button variant="default" size="compact-sm" onClick={() => void unlink()}>
      Unlink account
    </Button>
  );
}
