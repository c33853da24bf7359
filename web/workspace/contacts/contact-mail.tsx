import { Button } from '@mantine/core';
import { useDo, useGet } from '#web/api/use.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useCan } from '../session/me.ts';

/** Says that mail to somebody is kept back because their address refused it, and lets it be sent again. */
export function ContactMail({ contactId, email }: { contactId: string; email: string }) {
  const can = useCan();
  const params = { id: contactId };
  const { data } = useGet('GET /contacts/{id}/mail', { params });
  const resume = useDo('POST /contacts/{id}/mail/resume', {
    failed: 'Not resumed',
    refresh: ['GET /contacts/{id}/mail', 'GET /tickets/{idOrKey}/recipients'],
  });
  if (!data?.paused) return null;
  const { since, refusals, said } = data.paused;
  return (
    <div className="f-contact-mail" role="status">
      <p>
        <bdi>{email}</bdi> refused mail {refusals} times, so nothing is sent there since <TimeAgo at={since} long />.
        The mail server says:
      </p>
      <p className="f-contact-mail-said">{said}</p>
      {can('contact.manage') && (
        <Button
          variant="default"
          size="compact-sm"
          loading={resume.isPending}
          onClick={() => resume.mutate({ params })}
        >
          Send again
        </Button>
      )}
    </div>
  );
}
