import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { IncomingView } from '#shared/mail.ts';
import { Facts } from '#web/ui/form/section.tsx';
import { IconDownload, IconPaperclip } from '#web/ui/icons.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { capital } from '#web/ui/text/capital.ts';
import { Html } from '#web/ui/text/html.tsx';
import { sizeOf } from '#web/ui/text/size.ts';
import { useCan } from '../session/me.ts';
import { Decisions } from './decisions.tsx';
import { outcomeName, waits, writerOf } from './words.ts';
import './mail.css';

/** A mail as far as it can be read: what became of it and why, what it says, and what each filter found. `children` stand below what became of it. */
export function OpenedMail({ mail, children }: { mail: IncomingView; children?: ReactNode }) {
  const maySettle = useCan()('mail.settle');
  return (
    <div className="f-mail-body">
      <div className="f-mail-state-line" data-waits={waits(mail) || undefined}>
        <strong>{outcomeName(mail)}</strong>
        {mail.ticketKey && (
          <Link to="/tickets/$key" params={{ key: mail.ticketKey }}>
            {mail.ticketKey}
          </Link>
        )}
        {mail.why && <bdi className="f-mail-why">{capital(mail.why)}</bdi>}
        {mail.settledBy && mail.settledAt && (
          <span className="f-dim">
            settled by <bdi>{mail.settledBy}</bdi> <TimeAgo at={mail.settledAt} />
          </span>
        )}
      </div>
      {children}
      <Facts
        facts={[
          ['From', <Writer key="from" mail={mail} />],
          ['To', mail.to.join(', ')],
          ['Copy to', mail.cc.join(', ')],
          ['Came', <TimeAgo key="at" at={mail.receivedAt} long />],
          ['Mailbox', mail.mailbox],
        ]}
      />
      {mail.body ? (
        <Html html={mail.body} mail={`Mail of ${writerOf(mail)}`} />
      ) : (
        <p className="f-dim">It holds no text.</p>
      )}
      {mail.attachments.length > 0 && (
        <ul className="f-mail-files" aria-label="Attachments">
          {mail.attachments.map(({ name, size }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: files of a mail have no identity but their place
            <li key={at}>
              <IconPaperclip size={14} aria-hidden="true" />
              <bdi className="f-cut">{name}</bdi> <span className="f-dim">{sizeOf(size)}</span>
            </li>
          ))}
        </ul>
      )}
      {mail.faults.length > 0 && (
        <section aria-label="What is wrong with it">
          <h3>What is wrong with it</h3>
          <ul className="f-mail-faults">
            {mail.faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </section>
      )}
      <Decisions decisions={mail.decisions} />
      {maySettle && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconDownload size={14} aria-hidden="true" />}
          component="a"
          href={`/api/v1/mail/incoming/${mail.id}/raw`}
          download
        >
          The mail as it came ({sizeOf(mail.size)})
        </Button>
      )}
    </div>
  );
}

function Writer({ mail }: { mail: IncomingView }) {
  const { name, address } = mail.from;
  return (
    <>
      <bdi>{writerOf(mail)}</bdi>
      {name && address && (
        <>
          {' '}
          <bdi className="f-dim">{address}</bdi>
        </>
      )}
    </>
  );
}
