import { Button } from '@mantine/core';
import { useGet } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Section } from '#web/ui/form/section.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { send } from '../session/send.ts';

/** At which identity providers of their company somebody has signed in; nothing where there are none. */
export function ContactIdentities({ contactId, name }: { contactId: string; name: string }) {
  const { data } = useGet('GET /contacts/{id}/identities', { params: { id: contactId } });
  if (!data || data.items.length === 0) return null;
  const unlink = async () => {
    const sure = await confirm({
      title: `Unlink ${name}?`,
      body: 'They are signed out. Whoever signs in with their address next is taken for them: do this when their account there was made anew.',
      action: 'Unlink',
      danger: true,
    });
    if (!sure) return;
    try {
      await send('DELETE /contacts/{id}/identities', { params: { id: contactId } }, ['GET /contacts/{id}/identities']);
    } catch (error) {
      toast.fault(error, 'Not unlinked');
    }
  };
  return (
    <Section
      title="Signs in with"
      actions={
        <Button variant="default" size="compact-sm" onClick={() => void unlink()}>
          Unlink
        </Button>
      }
    >
      <ul className="f-lines">
        {data.items.map(({ provider, email, lastUsedAt }) => (
          <li key={provider}>
            <span className="f-cut">
              <bdi>{provider}</bdi> <bdi className="f-dim">{email}</bdi>
            </span>
            <TimeAgo at={lastUsedAt} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
