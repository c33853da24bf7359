import { Badge, Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { MailboxView } from '#shared/mail.ts';
import { SECRET_TOLD_DAYS } from '#shared/mail-words.ts';
import { ApiProblem } from '#web/api/problem.ts';
import { useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { useNow } from '#web/ui/marks/now.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { RecordList } from '../lists/record-list.tsx';
import { MailboxForm } from './mailbox-form.tsx';
import { readingOf } from './mailbox-values.ts';
import { OldMail } from './old-mail.tsx';
import { TryMailbox } from './try-mailbox.tsx';
import './mail.css';

/** Where mail comes in: each mailbox with how it is read, whose it is, and whether there is trouble. */
export default function MailboxesPage() {
  const can = useCan();
  useOutcome();
  const { data, error, refetch } = useGet('GET /mail/mailboxes', {}, { refetchInterval: 30_000 });
  const [asked, setAsked] = useState<MailboxView | null>(null);
  return (
    <>
      <RecordList<MailboxView>
        title="Mailboxes"
        one="mailbox"
        help="What comes to a mailbox becomes a ticket, or an answer to one. What it was and why is told under Mail."
        empty="With a mailbox, your clients’ people write to you as they always have, and nothing they write is lost."
        size={640}
        lines={data?.items.map((box) => ({
          record: box,
          id: box.id,
          name: box.name,
          words: `${box.address} ${box.servesName ?? ''}`,
          active: box.active,
          inactive: 'Off',
          marks: box.trouble && <Badge color="red">Trouble</Badge>,
          note: <Note box={box} />,
        }))}
        error={error}
        onRetry={() => void refetch()}
        mayEdit={can('settings.manage')}
        actions={(box) => (
          <>
            {readingOf(box)?.oauth?.grant === 'code' && can('settings.manage') && <Connect box={box} />}
            {readingOf(box) && can('settings.manage') && <TryMailbox box={box} />}
            {undecided(box) && (
              <Button
                variant="default"
                size="compact-sm"
                aria-label={`Old mail of ${box.name}`}
                onClick={() => setAsked(box)}
              >
                Old mail
              </Button>
            )}
          </>
        )}
        form={(box, onClose) => <MailboxForm mailbox={box} onClose={onClose} />}
      />
      <Dialog title={`Old mail of ${asked?.name ?? ''}`} opened={asked !== null} onClose={() => setAsked(null)}>
        {asked && <OldMail mailbox={asked} onClose={() => setAsked(null)} />}
      </Dialog>
    </>
  );
}

/** Asks the mailbox's provider for the permission to read it: the browser goes there, and comes back here. */
function Connect({ box }: { box: MailboxView }) {
  const connect = async () => {
    try {
      const { url } = await send('POST /mail/mailboxes/{id}/connect', { params: { id: box.id } });
      window.location.assign(url);
    } catch (error) {
      toast.fault(error, 'Not connected');
    }
  };
  return (
    <Button variant="default" size="compact-sm" aria-label={`Connect ${box.name}`} onClick={() => void connect()}>
      {readingOf(box)?.oauth?.connectedAt ? 'Connect again' : 'Connect'}
    </Button>
  );
}

const REFUSED = new ApiProblem({
  ...{ status: 409, code: 'conflict', title: 'Not connected' },
  detail:
    'The mailbox is not connected: its provider gave no lasting permission, or the answer came too late. Connect it again.',
});

/** Says once how it went at the provider, from where the browser was sent back. */
function useOutcome(): void {
  useEffect(() => {
    const { searchParams } = new URL(window.location.href);
    if (searchParams.has('refused')) toast.fault(REFUSED);
    else if (searchParams.has('connected')) toast.done('The mailbox is connected');
    else return;
    window.history.replaceState(window.history.state, '', window.location.pathname);
  }, []);
}

/** Whether nobody has said yet what becomes of what lay there before. */
const undecided = (box: MailboxView) => {
  const reading = readingOf(box);
  return reading !== null && (reading.foundBefore ?? 0) > 0 && reading.takeSince === null;
};

const DAY_MS = 86_400_000;

/** Whether nothing will be read soon unless somebody enters a new secret. */
function secretEndsSoon(box: MailboxView, now: number): boolean {
  const endsOn = readingOf(box)?.oauth?.secretEndsOn;
  return typeof endsOn === 'string' && Date.parse(endsOn) < now + SECRET_TOLD_DAYS * DAY_MS;
}

const WAYS = { smtp: 'a mail server hands mail on', graph: 'read at Microsoft 365' };

function Note({ box }: { box: MailboxView }) {
  const { address, kind, imap, servesName, trouble } = box;
  const reading = readingOf(box);
  const now = useNow();
  const way = kind === 'imap' ? `read at ${imap?.host ?? ''}` : WAYS[kind];
  return (
    <>
      <bdi>{address}</bdi> · {way}
      {servesName && (
        <>
          {' '}
          · <bdi>{servesName}</bdi>
        </>
      )}
      {reading && !trouble && <> · {reading.lookedAt ? <LookedAt at={reading.lookedAt} /> : 'not looked at yet'}</>}
      {undecided(box) && (
        <div>
          {reading?.foundBefore?.toLocaleString('en')} mails lay there before it was first looked at, and are left alone
          until you say so.
        </div>
      )}
      {secretEndsSoon(box, now) && (
        <div className="f-mailbox-trouble">
          Its application’s secret ends on {reading?.oauth?.secretEndsOn}: make a new one at the provider and enter it.
        </div>
      )}
      {trouble && (
        <div className="f-mailbox-trouble">
          It cannot be read (<TimeAgo at={trouble.at} long />
          {trouble.retryAt && (
            <>
              ; tried again <TimeAgo at={trouble.retryAt} long />
            </>
          )}
          ). The server says:
          <p className="f-mail-words">{trouble.text}</p>
        </div>
      )}
    </>
  );
}

const LookedAt = ({ at }: { at: string }) => (
  <>
    looked at <TimeAgo at={at} />
  </>
);
