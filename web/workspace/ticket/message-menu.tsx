import { ActionIcon, Menu } from '@mantine/core';
import { useState } from 'react';
import type { TicketView } from '#shared/ticket.ts';
import { IconDots } from '#web/ui/icons.ts';
import { useSoon } from '#web/ui/load/use-soon.ts';
import { ask, REPORT, useAllowed } from '../actions/index.ts';
import { useCan, useMe } from '../session/me.ts';
import { MessageMail } from './message-mail.tsx';
import { quoteStore } from './quote.ts';

/** What can be done with one message. */
export function MessageMenu({
  name,
  html,
  byMail,
  of,
}: {
  name: string;
  html: string;
  byMail: boolean;
  of: { ticket: TicketView; id: string } | undefined;
}) {
  const can = useCan();
  const { allClients } = useMe();
  const [mail, setMail] = useState(false);
  const allowed = useAllowed();
  const soon = useSoon();
  if (!of || !soon) return <span className="f-message-more" />;
  const { ticket, id } = of;
  const items = [
    ...(can('ticket.reply')
      ? [
          {
            label: 'Answer with a quote',
            run: () => quoteStore.set({ ticketId: ticket.id, html: `<blockquote>${html}</blockquote><p></p>` }),
          },
        ]
      : []),
    ...(allowed('split')
      ? [
          {
            label: id === REPORT ? 'Make a ticket of a part of it' : 'Make a ticket of it',
            run: () => ask('split', [ticket], { to: id }),
          },
        ]
      : []),
    ...(byMail && allClients ? [{ label: 'See the mail', run: () => setMail(true) }] : []),
  ];
  if (items.length === 0) return <span className="f-message-more" />;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={24} className="f-message-more" aria-label={`What to do with the message of ${name}`}>
            <IconDots size={15} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {items.map(({ label, run }) => (
            <Menu.Item key={label} onClick={run}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <MessageMail
        id={id === REPORT ? ticket.id : id}
        title={`Mail of ${name}`}
        opened={mail}
        onClose={() => setMail(false)}
      />
    </>
  );
}
