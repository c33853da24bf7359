import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ClockView } from '#shared/service-level.ts';
import type { TicketView } from '#shared/ticket.ts';
import { zoneName } from '#web/ui/marks/place-and-day.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { dayAndTime } from '#web/ui/marks/time.ts';
import { capital } from '#web/ui/text/capital.ts';
import { useCan } from '../../session/me.ts';
import { ByHand } from './by-hand.tsx';
import { EveryStretch } from './every-stretch.tsx';
import { SlaPicture } from './sla-picture.tsx';
import { lastRound } from './stretches.ts';
import { workTime } from './words.ts';

const STATES = {
  running: 'running',
  paused: 'paused',
  met: 'met',
  breached: 'missed',
  cancelled: 'cancelled',
} as const;

/** A clock: why it was missed first of all, what people did to it by hand, its picture, and what it is reckoned from. */
export function ClockCard({ ticket, clock }: { ticket: Pick<TicketView, 'id' | 'key'>; clock: ClockView }) {
  const name = capital(clock.name);
  const { miss, missedRound, justification, hold, ownTarget } = clock;
  const isEarlier = missedRound !== null && missedRound !== lastRound(clock);
  return (
    <section className="f-clock" aria-label={name}>
      <h2>
        {name}{' '}
        <span className="f-clock-state" data-state={clock.state}>
          {STATES[clock.state]}
        </span>
      </h2>
      {miss && (
        <p className="f-clock-note" data-tone="missed">
          <b>{isEarlier ? 'Why an earlier round was missed:' : 'Why it was missed:'}</b> {miss.sentence}
        </p>
      )}
      {isEarlier && <SlaPicture clock={clock} name={`${name}, the round that was missed`} round={missedRound} />}
      {justification && (
        <p className="f-clock-note">
          <b>Justified</b> <By {...justification}>{justification.text}</By>
        </p>
      )}
      {hold && (
        <p className="f-clock-note">
          <b>Held</b> <By {...hold}>{hold.reason}</By>
        </p>
      )}
      {ownTarget && (
        <p className="f-clock-note">
          <b>Own target of {workTime(clock.targetSeconds)}</b> set{' '}
          <By {...ownTarget}>
            {ownTarget.reason}
            {ownTarget.promisedSeconds !== null && (
              <span className="f-dim"> (promised: {workTime(ownTarget.promisedSeconds)})</span>
            )}
          </By>
        </p>
      )}
      {isEarlier && <h3>The last round</h3>}
      <SlaPicture clock={clock} name={name} />
      {(!miss || isEarlier) && <p>{clock.sentence}</p>}
      <Source clock={clock} />
      <ByHand ticket={ticket} clock={clock} />
      <EveryStretch clock={clock} />
    </section>
  );
}

/** Who did something by hand, when, and in which words. */
function By({ by, at, children }: { by: string | null; at: string; children: ReactNode }) {
  const reader = useReader();
  return (
    <>
      {by && <bdi>by {by}, </bdi>}
      <span className="f-dim">{dayAndTime(at, Date.now(), reader)}</span>:{' '}
      <span className="f-own-words">{children}</span>
    </>
  );
}

/** Which policy and which hours it is reckoned by. */
function Source({ clock: { source, policyId, timeZone } }: { clock: ClockView }) {
  const can = useCan();
  return (
    <p className="f-dim">
      Promised by{' '}
      {policyId && can('settings.read') ? (
        <Link to="/settings/policies/$id" params={{ id: policyId }}>
          {source}
        </Link>
      ) : (
        source
      )}
      . Reckoned in {zoneName({ timeZone })}.
    </p>
  );
}
