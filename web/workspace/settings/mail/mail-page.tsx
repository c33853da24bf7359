import type { MailSendingView } from '#shared/mail.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { Dkim } from './dkim.tsx';
import { MailFailures } from './mail-failures.tsx';
import { MailForm } from './mail-form.tsx';
import { TestMail } from './test-mail.tsx';
import './mail.css';

/** How mail leaves: the server, who it is from, whether it works, and what could not be sent. */
export default function MailPage() {
  const { data, error, refetch } = useGet('GET /mail/sending', {});
  return (
    <>
      <PageHead title="Mail sending" narrow />
      <PageBody narrow>
        {data ? (
          <>
            <State sending={data} />
            <MailForm sending={data} />
            {data.version > 0 && <TestMail />}
            {data.version > 0 && data.via === 'smtp' && <Dkim fromAddress={data.fromAddress} />}
            {data.version > 0 && <MailFailures />}
          </>
        ) : error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <SkeletonLines lines={8} />
        )}
      </PageBody>
    </>
  );
}

/** Whether mail goes out, in one sentence. */
function State({ sending: { version, active, via, host, trouble } }: { sending: MailSendingView }) {
  if (version === 0)
    return (
      <p className="f-mail-state" data-idle>
        No mail is sent. Until you name a mail server here, your people read what concerns them in the app alone.
      </p>
    );
  if (!active)
    return (
      <p className="f-mail-state" data-idle>
        Sending is switched off: no mail goes out.
      </p>
    );
  if (trouble)
    return (
      <div className="f-mail-state" data-trouble>
        <p>
          {via === 'graph' ? 'Microsoft 365' : host} takes no mail at present (<TimeAgo at={trouble.at} long />
          ). Nothing is lost: it is tried again by itself for a day. The server says:
        </p>
        <p className="f-mail-words">{trouble.text}</p>
      </div>
    );
  return (
    <p className="f-mail-state">
      {via === 'graph' ? 'Mail goes out from a mailbox at Microsoft 365.' : `Mail goes out by ${host}.`}
    </p>
  );
}
