import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { TicketCluster } from '#shared/next.ts';
import { IconChevronRight } from '#web/ui/icons.ts';
import { Card } from '../board/card.tsx';

type Props = {
  cluster: TicketCluster;
  /** What the keys of actions are meant for from now on: all of it, or one ticket. */
  onFocus(ids: readonly string[]): void;
};

/** Tickets that look like one thing. While its head has the focus, keys are meant for all of them; opened it lists them. */
export function Cluster({ cluster, onFocus }: Props) {
  const [open, setOpen] = useState(false);
  const { id, title, reason, count, items } = cluster;
  return (
    <>
      <li>
        <UnstyledButton
          className="f-card f-cluster"
          data-card={id}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          onFocus={() => onFocus(items.map((ticket) => ticket.id))}
        >
          <span className="f-card-line">
            <IconChevronRight size={14} aria-hidden="true" />
            <bdi className="f-card-title">{title}</bdi>
          </span>
          <span className="f-dim">{reason}</span>
          {count > items.length && (
            <span className="f-dim">
              The newest {items.length} of {count} are meant.
            </span>
          )}
        </UnstyledButton>
      </li>
      {open && items.map((ticket) => <Card key={ticket.id} ticket={ticket} onFocus={() => onFocus([ticket.id])} />)}
    </>
  );
}
