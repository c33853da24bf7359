import { Button, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MajorCandidates, MajorView } from '#shared/major.ts';
import { isOpenCategory } from '#shared/vocabulary.ts';
import { call } from '#web/api/client.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { StatusBadge } from '#web/ui/marks/status-badge.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useStatusName } from '../desk/names.ts';
import { useCan } from '../session/me.ts';
import { TellForm } from '../ticket/tell-form.tsx';
import { TOUCHED, ticketsSaid } from './words.ts';

/** The tickets that are part of it, and those that seem to be. */
export function Linked({ major }: { major: MajorView }) {
  const ended = major.state === 'completed' || major.state === 'declined';
  const can = useCan();
  const may = can('ticket.update') && !ended;
  const [telling, setTelling] = useState(false);
  const open = major.linked.filter(({ statusCategory }) => isOpenCategory(statusCategory));
  const isOver = major.state === 'restored' || major.state === 'review';
  const mayTell = can('major.manage') && can('ticket.reply') && !ended && open.length > 0;
  const statusName = useStatusName();
  const take = useDo('DELETE /major-incidents/{idOrKey}/tickets', { failed: 'Not taken off', refresh: TOUCHED });
  const put = useDo('POST /major-incidents/{idOrKey}/tickets', { failed: 'Not put to it', refresh: TOUCHED });
  const params = { idOrKey: major.id };
  const takeOff = async (ticket: MajorView['linked'][number]) => {
    await take.mutateAsync({ params, body: { ticket: ticket.id } });
    toast.done(`${ticket.key} is taken off`, {
      undo: () => put.mutate({ params, body: { tickets: [ticket.id], why: ticket.why } }),
    });
  };
  return (
    <Section
      title={`Tickets (${major.linked.length})`}
      actions={
        mayTell && (
          <Button variant="default" size="compact-sm" onClick={() => setTelling(true)}>
            {isOver ? `Resolve ${open.length} open…` : 'Tell their people…'}
          </Button>
        )
      }
    >
      {major.linked.length === 0 && <p className="f-dim f-plain">No other ticket is part of it yet.</p>}
      <ul className="f-major-lines">
        {major.linked.map((one) => (
          <li key={one.id}>
            <span>
              <Link to="/tickets/$key" params={{ key: one.key }}>
                {one.key} <bdi>{one.title}</bdi>
              </Link>
              <span className="f-dim f-major-note">
                <bdi>{one.client.name}</bdi>
                {one.why && (
                  <>
                    {' · '}
                    <bdi>{one.why}</bdi>
                  </>
                )}
              </span>
            </span>
            <StatusBadge name={statusName({ ...one, holdReason: null })} category={one.statusCategory} />
            {may && (
              <Button
                variant="default"
                size="compact-xs"
                aria-label={`Take off ${one.key}`}
                onClick={() => void takeOff(one).catch(() => {})}
              >
                Take off
              </Button>
            )}
          </li>
        ))}
      </ul>
      {may && (
        <Candidates major={major} onTake={(tickets, why) => put.mutateAsync({ params, body: { tickets, why } })} />
      )}
      <Dialog
        title={`Tell the people of ${ticketsSaid(open.length)}`}
        opened={telling}
        onClose={() => setTelling(false)}
      >
        {telling && (
          <TellForm
            whole={{ id: major.id, done: isOver }}
            open={open}
            send={(body) => call('POST /major-incidents/{idOrKey}/tickets/tell', { params, body })}
            onClose={() => setTelling(false)}
          />
        )}
      </Dialog>
    </Section>
  );
}

type Props = { major: MajorView; onTake(ids: string[], why: string): Promise<unknown> };

/** Open incidents that share something with it, each with what speaks for it. */
function Candidates({ major, onTake }: Props) {
  const { data } = useGet(
    'GET /major-incidents/{idOrKey}/candidates',
    { params: { idOrKey: major.id } },
    { refetchInterval: 30_000 },
  );
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  if (!data || data.items.length === 0) return null;
  const here = data.items.filter(({ id }) => chosen.includes(id));
  const takeIn = async () => {
    setBusy(true);
    try {
      for (const [why, some] of Map.groupBy(here, ({ evidence }) => evidence.join('; ')))
        await onTake(
          some.map(({ id }) => id),
          why,
        );
      toast.done(`${ticketsSaid(here.length)} put to it`);
      setChosen([]);
    } catch {
      // Said by a toast already.
    } finally {
      setBusy(false);
    }
  };
  const all = data.items.map(({ id }) => id);
  return (
    <fieldset className="f-major-candidates">
      <legend>Seem to be of the same cause</legend>
      <Checkbox
        label={`All ${data.items.length}`}
        checked={here.length === all.length}
        indeterminate={here.length > 0 && here.length < all.length}
        onChange={() => setChosen(here.length === all.length ? [] : all)}
      />
      {data.items.map((one) => (
        <Candidate
          key={one.id}
          candidate={one}
          on={chosen.includes(one.id)}
          onToggle={() =>
            setChosen(chosen.includes(one.id) ? chosen.filter((id) => id !== one.id) : [...chosen, one.id])
          }
        />
      ))}
      <Button size="compact-sm" disabled={here.length === 0} loading={busy} onClick={() => void takeIn()}>
        {here.length === 0 ? 'Put them to it' : `Put ${ticketsSaid(here.length)} to it`}
      </Button>
    </fieldset>
  );
}

type CandidateProps = { candidate: MajorCandidates['items'][number]; on: boolean; onToggle(): void };

function Candidate({ candidate: { key, title, client, createdAt, evidence }, on, onToggle }: CandidateProps) {
  return (
    <Checkbox
      checked={on}
      onChange={onToggle}
      label={
        <>
          {key} <bdi>{title}</bdi>
        </>
      }
      description={
        <>
          <bdi>{client.name}</bdi> · <TimeAgo at={createdAt} /> · {evidence.join('; ')}
        </>
      }
    />
  );
}
