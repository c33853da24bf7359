import { Button } from '@mantine/core';
import type { StreamFlow } from '#shared/value-stream.ts';
import { ACTIVITIES, WAIT_CAUSE_KEYS, WAIT_NAMES } from '#shared/value-stream-words.ts';
import { duration } from '#web/ui/marks/duration.ts';

/** The steps of a stream side by side: waits hatched, a stretch for each cause, and touch solid. The table beside it says the same. */
export function FlowPicture({ flow, onStep }: { flow: StreamFlow; onStep(step: string): void }) {
  return (
    <ol className="f-flow" aria-label="Steps">
      {flow.steps.map(({ key, name, activity, tickets, wait, touch, causes, share }) => {
        const whole = wait.sum + touch.sum;
        const part = (seconds: number) => ({ width: `${whole === 0 ? 0 : (100 * seconds) / whole}%` });
        const told = WAIT_CAUSE_KEYS.filter((cause) => causes[cause] > 0);
        return (
          <li key={key} data-main={flow.delay?.step === key || undefined}>
            <h3>
              <bdi>{name}</bdi>
            </h3>
            <p className="f-dim">{ACTIVITIES[activity]}</p>
            <div className="f-flow-picture" aria-hidden>
              {told.map((cause) => (
                <span key={cause} className="f-flow-wait" style={part(causes[cause])} title={WAIT_NAMES[cause]} />
              ))}
              <span className="f-flow-touch" style={part(touch.sum)} title="Worked on" />
            </div>
            <p>
              Waits <b>{duration(wait.median)}</b>, worked on <b>{duration(touch.median)}</b>
            </p>
            <ul className="f-flow-causes">
              {told.map((cause) => (
                <li key={cause}>
                  {WAIT_NAMES[cause]}: {Math.round((100 * causes[cause]) / Math.max(1, whole))} %
                </li>
              ))}
            </ul>
            <Button variant="subtle" size="compact-xs" onClick={() => onStep(key)}>
              {tickets === 1 ? '1 ticket' : `${tickets.toLocaleString('en')} tickets`}, {Math.round(100 * share)} % of
              the time
            </Button>
          </li>
        );
      })}
    </ol>
  );
}
