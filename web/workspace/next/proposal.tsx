import { Button, Group, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { TicketView } from '#shared/ticket.ts';
import { useDo } from '#web/api/use.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { useKept } from '#web/ui/form/use-kept.ts';
import { KindIcon } from '#web/ui/marks/kind-icon.tsx';
import { PersonChip } from '#web/ui/marks/person.tsx';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';
import { SlaRing } from '#web/ui/marks/sla-ring.tsx';
import { refreshTickets, takeBack, undoEvent } from '../actions/index.ts';
import { Refused } from '../actions/refused.tsx';
import './next.css';

/** Asks for the ticket to do next, says why it is this one, and takes it or passes it over with a reason. */
export function Proposal({ onClose }: { onClose(): void }) {
  const navigate = useNavigate();
  const ask = useDo('POST /tickets/next', { failed: false });
  const take = useDo('POST /tickets/next/accept', {
    failed: false,
    onDone: async ({ ticket, eventId }) => {
      onClose();
      if (eventId) toast.done(`${ticket.key} is with you`, { undo: () => takeBack([undoEvent(ticket, eventId)]) });
      await refreshTickets();
      await navigate({ to: '/tickets/$key', params: { key: ticket.key } });
    },
  });
  const pass = useDo('POST /tickets/next/reject', { failed: false, onDone: () => ask.mutate({ body: {} }) });
  const { mutate } = ask;
  const asked = useRef(false);
  useEffect(() => {
    if (!asked.current) mutate({ body: {} });
    asked.current = true;
  }, [mutate]);
  const again = () => {
    take.reset();
    ask.mutate({ body: {} });
  };
  const error = ask.error ?? take.error ?? pass.error;
  if (error && !ask.isPending) {
    return (
      <div className="f-action-form">
        <h2>Next best ticket</h2>
        <Refused error={error} />
        <Group justify="flex-end">
          <Button onClick={again} data-autofocus>
            Ask for another
          </Button>
        </Group>
      </div>
    );
  }
  if (!ask.data || ask.isPending || pass.isPending) {
    return (
      <div className="f-action-form">
        <h2>Next best ticket</h2>
        <SkeletonLines lines={5} label="Looking for your next ticket" />
      </div>
    );
  }
  const { ticket, reasons } = ask.data;
  if (!ticket) {
    return (
      <div className="f-action-form">
        <h2>Nothing waits for you</h2>
        <p className="f-next-none">
          Neither you nor your teams have a ticket that can be worked on now. What you passed over comes back after some
          hours.
        </p>
        <Group justify="flex-end">
          <Button onClick={onClose} autoFocus>
            Good
          </Button>
        </Group>
      </div>
    );
  }
  return (
    <Offered
      key={ticket.id}
      ticket={ticket}
      reasons={reasons}
      busy={take.isPending}
      onTake={() => take.mutate({ body: { ticketId: ticket.id } })}
      onPass={(reason) => pass.mutate({ body: { ticketId: ticket.id, reason } })}
    />
  );
}

type OfferedProps = {
  ticket: TicketView;
  reasons: readonly string[];
  busy: boolean;
  onTake(): void;
  onPass(reason: string): void;
};

/** As in every dialogue that asks for words. */
const sendOnCtrlEnter = (event: KeyboardEvent<HTMLFormElement>) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
};

function Offered({ ticket, reasons, busy, onTake, onPass }: OfferedProps) {
  const [passing, setPassing] = useState(false);
  const kept = useKept(`action.pass.${ticket.id}`, { reason: '' });
  const { reason } = kept.values;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!passing) onTake();
    else if (reason.trim()) {
      kept.clear();
      onPass(reason.trim());
    }
  };
  return (
    <form className="f-action-form" onSubmit={submit} onKeyDown={sendOnCtrlEnter}>
      <div className="f-next-line">
        <KindIcon kind={ticket.kind} />
        <span className="f-dim">{ticket.key}</span>
        <PriorityMark priority={ticket.priority} named />
        <SlaRing clock={ticket.clock} />
      </div>
      <h2>
        <bdi>{ticket.title}</bdi>
      </h2>
      <p className="f-next-who">
        <PersonChip name={ticket.requester?.name} vip={ticket.requester?.vip ?? false} nobody="Somebody" />
        <bdi className="f-dim">{ticket.client.name}</bdi>
      </p>
      <ul className="f-next-reasons" aria-label="Why this one">
        {reasons.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {passing ? (
        <>
          <TextInput
            label="Why not this one?"
            description="Kept in the ticket’s history; it is not proposed to you again for four hours"
            required
            maxLength={500}
            value={reason}
            onChange={(event) => kept.change({ reason: event.currentTarget.value })}
            autoFocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setPassing(false)}>
              Back
            </Button>
            <Button type="submit">Pass it over</Button>
          </Group>
        </>
      ) : (
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setPassing(true)}>
            Not this one
          </Button>
          <Button type="submit" loading={busy} autoFocus>
            {ticket.assignee && !ticket.assignee.gone ? 'Open it' : 'Take it'}
          </Button>
        </Group>
      )}
    </form>
  );
}
