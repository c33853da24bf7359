import type { ReactNode } from 'react';
import type { MessageMail, MessageView } from '#shared/ticket.ts';
import { IconAlertTriangle, IconMail } from '#web/ui/icons.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';

const WORDS: Readonly<Record<MessageMail['state'], string>> = {
  waiting: 'Mail waits to go to',
  sent: 'Mailed to',
  trying: 'Mail not taken yet, tried again, to',
  failed: 'Mail not sent to',
  bounced: 'Mail did not reach',
};
const ORDER = Object.keys(WORDS) as MessageMail['state'][];

/** What became of the mails by which a reply went to the client's people; `undo` while none of them has left. */
export function Mailed({ mails, undo }: { mails: MessageView['mails']; undo: ReactNode }) {
  const groups = ORDER.map((state) => ({ state, of: mails.filter((mail) => mail.state === state) }));
  return groups.map(
    ({ state, of }) =>
      of.length > 0 && <Standing key={state} state={state} mails={of} undo={state === 'waiting' && undo} />,
  );
}

type Props = { state: MessageMail['state']; mails: readonly MessageMail[]; undo: ReactNode };

function Standing({ state, mails, undo }: Props) {
  const isBad = state === 'failed' || state === 'bounced';
  const Icon = isBad ? IconAlertTriangle : IconMail;
  const last = mails.findLast(({ at }) => at !== null)?.at;
  const reasons = [...new Set(mails.map(({ why }) => why).filter((why) => why !== ''))];
  return (
    <p className="f-mailed" data-bad={isBad || undefined}>
      <Icon size={13} aria-hidden="true" /> {WORDS[state]}{' '}
      {mails.map(({ to, email }, index) => (
        <span key={email}>
          {index > 0 && ', '}
          <bdi title={email}>{to}</bdi>
        </span>
      ))}
      {state === 'sent' && last && (
        <>
          {' '}
          <TimeAgo at={last} />
        </>
      )}
      {reasons.length > 0 && <span className="f-mailed-why">: {reasons.join(' · ')}</span>}
      {undo}
    </p>
  );
}
