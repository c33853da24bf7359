import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ChangeView } from '#shared/change.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { AreaField } from '#web/ui/form/fields.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { TOUCHED } from './touched.ts';

type Props = { ticket: TicketView; change: ChangeView };

/** What is learnt from a change, and the incidents that came of it; once it is known how it went. */
export function Review({ ticket, change }: Props) {
  const may = useCan()('change.manage');
  if (change.outcome === null) return null;
  const { at, by, text, dueAt } = change.review;
  return (
    <section aria-label="Review">
      <h2>Review</h2>
      {at ? (
        <>
          <p className="f-change-review">
            <bdi>{text}</bdi>
          </p>
          <p className="f-plain f-dim">
            {by ?? 'Somebody'}, <TimeAgo at={at} long />
          </p>
        </>
      ) : (
        dueAt && (
          <p className="f-plain">
            It is to be looked at by <TimeAgo at={dueAt} long />.
          </p>
        )
      )}
      {may && <ReviewForm key={change.version} change={change} />}
      <Caused ticket={ticket} may={may} />
      {may && change.type === 'normal' && change.outcome === 'successful' && <Propose ticket={ticket} />}
    </section>
  );
}

/** Writes what was learnt. */
export function ReviewForm({ change, onSaved }: { change: ChangeView; onSaved?: () => void }) {
  const form = useForm<{ text: string }>({
    values: { text: change.review.text },
    version: change.version,
    draft: `change-review.${change.ticketId}`,
    rules: { text: (text) => (text.trim() ? null : 'Write what was learnt.') },
    save: ({ values, version }) =>
      send(
        'POST /changes/{idOrKey}/review',
        { params: { idOrKey: change.ticketId }, body: { version, text: values.text.trim() } },
        TOUCHED,
      ),
    onSaved: () => {
      toast.done('The review is kept');
      onSaved?.();
    },
  });
  return (
    <FormShell form={form} submit={change.review.at ? 'Write it anew' : 'Keep the review'}>
      <AreaField
        form={form}
        name="text"
        label="What went well, what did not, and what is done about it"
        autosize
        minRows={3}
        maxLength={20_000}
      />
    </FormShell>
  );
}

/** Incidents that came of it, or may have: each with what speaks for it. */
function Caused({ ticket, may }: { ticket: TicketView; may: boolean }) {
  const { data } = useGet('GET /changes/{idOrKey}/incidents', { params: { idOrKey: ticket.id } });
  const link = useDo('POST /changes/{idOrKey}/incidents', { failed: 'Not linked', refresh: TOUCHED });
  const unlink = useDo('DELETE /changes/{idOrKey}/incidents/{incident}', { failed: 'Not taken off', refresh: TOUCHED });
  if (!data || data.items.length === 0)
    return <p className="f-plain f-dim">No incident is known to have come of it.</p>;
  return (
    <ul className="f-lines" aria-label="Incidents that may have come of it">
      {data.items.map(({ id, key, title, evidence, linked }) => (
        <li key={id}>
          <span>
            <Link to="/tickets/$key" params={{ key }}>
              {key} <bdi>{title}</bdi>
            </Link>
            <div className="f-dim">
              {linked ? 'Came of it' : 'May have come of it'}: <bdi>{evidence}</bdi>
            </div>
          </span>
          {may &&
            (linked ? (
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                aria-label={`${key} did not come of it`}
                onClick={() => unlink.mutate({ params: { idOrKey: ticket.id, incident: id } })}
              >
                It did not
              </Button>
            ) : (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`${key} came of it`}
                onClick={() => link.mutate({ params: { idOrKey: ticket.id }, body: { incident: id } })}
              >
                It did
              </Button>
            ))}
        </li>
      ))}
    </ul>
  );
}

function Propose({ ticket }: { ticket: TicketView }) {
  const propose = useDo('POST /changes/{idOrKey}/template', {
    failed: 'Not proposed',
    refresh: ['GET /change-models'],
    onDone: () => toast.done('The template is proposed; somebody else approves it'),
  });
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray"
      loading={propose.isPending}
      onClick={() => propose.mutate({ params: { idOrKey: ticket.id } })}
    >
      Propose it as a standard change
    </Button>
  );
}
