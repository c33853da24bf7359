import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { TicketView } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { Why } from '#web/ui/feedback/why.tsx';
import { saveFields } from './use-save.ts';
import { useStayed } from './use-stayed.ts';

/** The category that similar tickets have, for one that has none: taken by one press, with the tickets that say so. */
export function ProposedCategory({ ticket }: { ticket: TicketView }) {
  const stayed = useStayed(ticket.id);
  const [taking, setTaking] = useState(false);
  const { data } = useGet('GET /tickets/{idOrKey}/related', { params: { idOrKey: ticket.id } }, { enabled: stayed });
  if (!data?.category) return null;
  const { id, name, why, ticketKeys } = data.category;
  const titles = new Map([...data.similar.open, ...data.similar.resolved].map(({ key, title }) => [key, title]));
  const take = async () => {
    setTaking(true);
    await saveFields(ticket, { categoryId: id }, 'category saved');
    setTaking(false);
  };
  return (
    <div className="f-proposed-category" role="group" aria-label="Proposed category">
      <bdi className="f-dim">{name}</bdi>
      <Button
        variant="default"
        size="compact-xs"
        aria-label={`Take it: ${name}`}
        loading={taking}
        onClick={() => void take()}
      >
        Take it
      </Button>
      <Why why={{ sentence: `${why.split(':')[0]} have it.` }} about="this category">
        <ul className="f-why-tickets">
          {ticketKeys.map((key) => (
            <li key={key}>
              <Link to="/tickets/$key" params={{ key }}>
                {key} <bdi>{titles.get(key)}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      </Why>
    </div>
  );
}
