import { Button } from '@mantine/core';
import { useState } from 'react';
import { sayMinutes } from '#kernel/minutes.ts';
import { call } from '#web/api/client.ts';
import { readTime } from '#web/ui/form/minutes.ts';
import { MinutesField } from '#web/ui/form/minutes-field.tsx';
import type { FormProps } from './by-hand.tsx';
import { ClockForm } from './clock-form.tsx';
import { workTime } from './words.ts';

const LABEL = 'Working time in all';
/** A year. */
const MOST = 525_600;
const MINUTE = 60;

/** Another target for this ticket alone, or what is promised again. */
export function OwnTarget({ ticket, clock, title, onClose }: FormProps) {
  const own = clock.ownTarget;
  const [text, setText] = useState(sayMinutes(Math.round(clock.targetSeconds / MINUTE)));
  const [promised, setPromised] = useState(false);
  const { minutes } = readTime(text, LABEL, MOST);
  const put = (to: number | null, reason: string) =>
    call('PUT /tickets/{idOrKey}/sla/{target}/target', {
      params: { idOrKey: ticket.id, target: clock.target },
      body: { minutes: to, reason },
    });
  return (
    <ClockForm
      id={`clock.target.${ticket.id}.${clock.target}`}
      title={title}
      verb={promised ? 'As promised again' : 'Set target'}
      field="reason"
      label="Reason"
      help="Everybody who sees the ticket reads it."
      maxLength={500}
      disabled={!promised && minutes === null}
      deed={{
        run: (reason) => put(promised ? null : minutes, reason),
        done: `${ticket.key}: ${clock.name} ${promised ? 'as promised again' : `in ${sayMinutes(minutes ?? 0)}`}`,
        undo: () => (own ? put(Math.round(clock.targetSeconds / MINUTE), own.reason) : put(null, 'Taken back')),
      }}
      above={(errors) =>
        promised ? (
          <p className="f-plain">
            The target of {workTime(clock.targetSeconds)} is given up
            {own?.promisedSeconds ? `; ${workTime(own.promisedSeconds)} is promised` : ''}.
          </p>
        ) : (
          <div>
            <MinutesField label={LABEL} value={text} onChange={setText} most={MOST} />
            <p className="f-dim f-plain">
              From its beginning, of which {workTime(clock.consumedSeconds)} went by
              {own ? '' : `; ${workTime(clock.targetSeconds)} is promised`}.
            </p>
            {errors['minutes'] && (
              <p role="alert" className="f-refused">
                {errors['minutes']}
              </p>
            )}
          </div>
        )
      }
      more={
        own && (
          <Button variant="default" onClick={() => setPromised(!promised)}>
            {promised ? 'Set a target instead' : 'As promised instead'}
          </Button>
        )
      }
      onClose={onClose}
    />
  );
}
