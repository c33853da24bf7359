import { ActionIcon, Badge, Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { TicketArticles } from '#shared/knowledge.ts';
import type { TicketView } from '#shared/ticket.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { IconBook, IconDots } from '#web/ui/icons.ts';
import { useCan } from '../../session/me.ts';
import { FlagForm } from './flag-form.tsx';
import { useArticles } from './use-articles.ts';

type Beside = Omit<TicketArticles['used'][number], 'kind' | 'at' | 'by'>;
type Props = { article: Beside; ticket: TicketView; used?: boolean; children?: ReactNode };

/** An article beside a ticket, with what can be done with it here. */
export function ArticleLine({ article, ticket, used = false, children }: Props) {
  const can = useCan();
  const { link, unlink, answerWithLink, answerWithText, noteText } = useArticles(ticket);
  const [flagging, setFlagging] = useState(false);
  const inForce = article.state === 'published';
  const mayAnswer = can('ticket.reply') && can('ticket.update') && inForce;
  const items = [
    ...(mayAnswer && article.readable
      ? [
          { label: 'Answer with its text', run: () => void answerWithText(article) },
          { label: 'Answer with a link to it', run: () => answerWithLink(article) },
        ]
      : []),
    ...(mayAnswer && !article.readable
      ? [{ label: 'Put into an internal note', run: () => void noteText(article) }]
      : []),
    ...(can('ticket.update') && inForce && !used
      ? [{ label: 'Link to this ticket', run: () => void link(article) }]
      : []),
    ...(can('ticket.update') && used ? [{ label: 'Take off this ticket', run: () => void unlink(article) }] : []),
    ...(can('knowledge.write') ? [{ label: 'Flag as outdated…', run: () => setFlagging(true) }] : []),
  ];
  return (
    <li>
      <Link to="/knowledge/$id" params={{ id: article.id }}>
        <IconBook size={15} aria-hidden="true" />
        <bdi className="f-cut">{article.title}</bdi>
        <span className="f-article-marks">
          {!inForce && <Badge color="gray">{article.state === 'retired' ? 'Retired' : 'Draft'}</Badge>}
          {article.flagged && <Badge color="yellow">Flagged</Badge>}
          {!article.flagged && article.overdue && <Badge color="yellow">Review due</Badge>}
          {inForce && !article.readable && <Badge color="gray">Staff only</Badge>}
        </span>
      </Link>
      {items.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon size={24} aria-label={`What to do with the article ${article.title}`}>
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
      )}
      {children && <p className="f-dim">{children}</p>}
      <Dialog title="Flag as outdated" opened={flagging} onClose={() => setFlagging(false)}>
        {flagging && <FlagForm article={article} ticket={ticket} onClose={() => setFlagging(false)} />}
      </Dialog>
    </li>
  );
}
