import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { ProposedPerson } from '#shared/mail.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { refreshTickets } from '../actions/index.ts';
import { useCan } from '../session/me.ts';

/** Who stood on the copy list of the ticket's mails: they are told nothing until somebody lets them in. */
export function ProposedPeople({ ticket }: { ticket: TicketView }) {
  const editable = useCan()('ticket.update');
  const params = { idOrKey: ticket.id };
  const { data } = useGet('GET /tickets/{idOrKey}/proposed-people', { params });
  const settle = useDo('POST /tickets/{idOrKey}/proposed-people', {
    failed: 'Not changed',
    onDone: async (_left, { body }) => {
      await refreshTickets();
      toast.done(body.admit ? `${body.address} follows from now on` : `${body.address} is passed over`);
    },
  });
  if (!data || data.items.length === 0) return null;
  const say = (person: ProposedPerson, admit: boolean) =>
    settle.mutate({ params, body: { address: person.address, admit } });
  const letIn = async (person: ProposedPerson) => {
    if (person.elsewhere.length === 0 || (await confirm(questionAbout(person, ticket)))) say(person, true);
  };
  return (
    <section aria-label="On the copy list">
      <h2>On the copy list</h2>
      <p className="f-dim">They stood in copy of a mail, and are told nothing until you let them in.</p>
      <ul className="f-proposed">
        {data.items.map((person) => (
          <li key={person.address}>
            <div>
              <bdi>{person.name || person.address}</bdi>
              <div className="f-dim">
                {person.name && (
                  <>
                    <bdi>{person.address}</bdi> ·{' '}
                  </>
                )}
                {person.contactId === null && <Stranger person={person} />}put there by <bdi>{person.proposedBy}</bdi>
              </div>
            </div>
            {editable && (
              <span>
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={`Let in: ${person.name || person.address}`}
                  disabled={settle.isPending}
                  onClick={() => void letIn(person)}
                >
                  Let in
                </Button>
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  aria-label={`Pass over: ${person.name || person.address}`}
                  disabled={settle.isPending}
                  onClick={() => say(person, false)}
                >
                  Pass over
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who somebody is who is none of the client's people: of another client, or new. */
function Stranger({ person: { elsewhere } }: { person: ProposedPerson }) {
  if (elsewhere.length === 0) return 'somebody new · ';
  return elsewhere.map(({ contactId, name, clientName }) => (
    <Fragment key={contactId}>
      <Link to="/contacts/$id" params={{ id: contactId }}>
        <bdi>{name}</bdi>
      </Link>{' '}
      of <bdi>{clientName}</bdi> ·{' '}
    </Fragment>
  ));
}

/** What is asked before somebody of another client becomes a person of this one. */
function questionAbout({ address, elsewhere }: ProposedPerson, { client }: TicketView) {
  const who = new Intl.ListFormat('en').format(elsewhere.map(({ name, clientName }) => `${name} of ${clientName}`));
  return {
    title: `Let in ${elsewhere[0]?.name ?? address}?`,
    body: `${who} reads this thread from then on, and ${address} becomes a contact of ${client.name} as well.`,
    action: 'Let in',
    danger: true,
  };
}
