import { Badge, Button } from '@mantine/core';
import { useState } from 'react';
import type { ScriptRunView } from '#shared/script.ts';
import { SCRIPT_RUN_ENDS } from '#shared/script-words.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { AreaField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { send } from '../../session/send.ts';
import { RUN_COLOURS, RUN_NAMES } from './words.ts';
import './scripts.css';

/** While something runs, so often is looked how it goes. */
const AGAIN_MS = 3_000;
const TOUCHED = ['GET /tickets/{idOrKey}/script-runs', 'GET /tickets/{idOrKey}/timeline'] as const;

/** The scripts that were run or asked for on a device of the ticket, the latest first. */
export function Runs({ ticketId, itemId }: { ticketId: string; itemId: string }) {
  const { data } = useGet(
    'GET /tickets/{idOrKey}/script-runs',
    { params: { idOrKey: ticketId } },
    {
      refetchInterval: ({ state }) =>
        state.data?.items.some((run) => !SCRIPT_RUN_ENDS.includes(run.state)) ? AGAIN_MS : false,
    },
  );
  const own = data?.items.filter((run) => run.itemId === itemId) ?? [];
  if (own.length === 0) return null;
  return (
    <ul className="f-script-runs" aria-label="Scripts on it">
      {own.map((run) => (
        <Run key={run.id} run={run} />
      ))}
    </ul>
  );
}

function Run({ run }: { run: ScriptRunView }) {
  const [isRefusing, setRefusing] = useState(false);
  const decide = useDo('POST /script-runs/{id}/decide', { failed: 'Not agreed', refresh: TOUCHED });
  const cancel = useDo('POST /script-runs/{id}/cancel', { failed: 'Not taken back', refresh: TOUCHED });
  const { id, scriptName, state, askedBy, askedAt, reason, decidedBy, decisionNote, parameters, fault } = run;
  const given = Object.entries(parameters);
  return (
    <li>
      <span className="f-row-name">
        <strong className="f-cut">
          <bdi>{scriptName}</bdi>
        </strong>
        <Badge className="f-script-state" size="sm" variant="light" color={RUN_COLOURS[state] ?? 'gray'}>
          {RUN_NAMES[state]}
        </Badge>
      </span>
      <span className="f-dim">
        Asked for by <bdi>{askedBy}</bdi> <TimeAgo at={askedAt} />
        {reason && (
          <>
            : <bdi>{reason}</bdi>
          </>
        )}
        {decidedBy && (
          <>
            ; {state === 'refused' ? 'refused' : 'agreed'} by <bdi>{decidedBy}</bdi>
            {decisionNote && (
              <>
                : <bdi>{decisionNote}</bdi>
              </>
            )}
          </>
        )}
      </span>
      {given.length > 0 && (
        <span className="f-dim">
          {given.map(([name, value]) => (
            <span key={name} className="f-script-value">
              <bdi>{name}</bdi> = <bdi>{value}</bdi>
            </span>
          ))}
        </span>
      )}
      {fault && <span>{fault}</span>}
      <Printed run={run} />
      {(run.mayDecide || run.mayCancel) && (
        <span className="f-device-acts">
          {run.mayDecide && (
            <>
              <Button
                size="compact-sm"
                loading={decide.isPending}
                onClick={() => decide.mutate({ params: { id }, body: { agree: true } })}
              >
                Agree
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => setRefusing(true)}>
                Refuse…
              </Button>
            </>
          )}
          {run.mayCancel && (
            <Button
              size="compact-sm"
              variant="default"
              loading={cancel.isPending}
              onClick={() => cancel.mutate({ params: { id } })}
            >
              Take back
            </Button>
          )}
        </span>
      )}
      <Dialog title={`Refuse ${scriptName}`} opened={isRefusing} onClose={() => setRefusing(false)} size={440}>
        {isRefusing && <Refuse id={id} onClose={() => setRefusing(false)} />}
      </Dialog>
    </li>
  );
}

function Printed({ run: { state, output, errors, cut } }: { run: ScriptRunView }) {
  if (output === '' && errors === '')
    return state === 'succeeded' ? <span className="f-dim">It printed nothing.</span> : null;
  return (
    <details>
      <summary>What it printed</summary>
      {cut && <p className="f-dim">There was more; this is where it began.</p>}
      {output && <pre className="f-script-printed">{output}</pre>}
      {errors && (
        <>
          <p className="f-dim">As errors</p>
          <pre className="f-script-printed">{errors}</pre>
        </>
      )}
    </details>
  );
}

function Refuse({ id, onClose }: { id: string; onClose(): void }) {
  const form = useForm({
    values: { note: '' },
    rules: { note: needed('why, so that whoever asked knows') },
    save: ({ values: { note } }) =>
      send('POST /script-runs/{id}/decide', { params: { id }, body: { agree: false, note } }, TOUCHED),
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Refuse" onCancel={onClose}>
      <AreaField form={form} name="note" label="Why" required autosize minRows={2} maxLength={500} data-autofocus />
    </FormShell>
  );
}
