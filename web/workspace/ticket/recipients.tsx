import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { Recipient } from '#shared/mail.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { IconLock } from '#web/ui/icons.ts';

/** Who will read it and whom a mail tells of it, before it is sent; and whom none tells, with why. */
export function Recipients({ ticket, visibility }: { ticket: TicketView; visibility: 'public' | 'internal' }) {
  if (visibility === 'internal')
    return (
      <span className="f-recipients f-cut">
        <IconLock size={13} aria-hidden="true" /> Only your own people see this
      </span>
    );
  return <Reached ticket={ticket} />;
}

function Reached({ ticket }: { ticket: TicketView }) {
  const { data } = useGet('GET /tickets/{idOrKey}/recipients', { params: { idOrKey: ticket.id } });
  if (!data) return <span className="f-recipients" />;
  const reached = data.items.filter(({ obstacle }) => obstacle === null);
  const missed = data.items.filter(({ obstacle }) => obstacle !== null);
  if (data.items.length === 0)
    return (
      <span className="f-recipients">
        Nobody at <bdi>{ticket.client.name}</bdi> is named here, so nobody is told; who looks after their tickets may
        read it
      </span>
    );
  return (
    <span className="f-recipients">
      {reached.length > 0 && (
        <span>
          By mail to <Names people={reached} tip={({ email, reason }) => `${email}: ${REASONS[reason]}`} />
        </span>
      )}
      {missed.length > 0 && (
        <span className="f-recipients-missed">
          No mail to <Names people={missed} tip={({ reason }) => REASONS[reason]} />: {obstacles(missed)}
        </span>
      )}
    </span>
  );
}

const REASONS: Readonly<Record<Recipient['reason'], string>> = {
  asked: 'asked for it',
  follows: 'follows the ticket',
};

/** Why, once for all where it is the same for all of them. */
function obstacles(people: readonly Recipient[]): string {
  const reasons = [...new Set(people.map(({ obstacle }) => obstacle ?? ''))];
  const [only = ''] = reasons;
  return reasons.length === 1 ? only : people.map(({ name, obstacle }) => `${name} ${obstacle}`).join('; ');
}

type NamesProps = { people: readonly Recipient[]; tip(person: Recipient): string };

function Names({ people, tip }: NamesProps) {
  return people.map((person, at) => (
    <Fragment key={person.contactId}>
      {at > 0 && ', '}
      <Link
        to="/contacts/$id"
        params={{ id: person.contactId }}
        data-tip={tip(person)}
        aria-label={`${person.name}: ${tip(person)}`}
      >
        <bdi>{person.name}</bdi>
      </Link>
    </Fragment>
  ));
}
