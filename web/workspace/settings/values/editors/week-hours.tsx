import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useId } from 'react';
import { describedBy } from '#web/ui/form/described.ts';
import { IconX } from '#web/ui/icons.ts';

export type Span = { weekday: number; from: string; to: string };

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

type Props = {
  hours: readonly Span[];
  readOnly: boolean;
  /** What a day without hours is called. */
  none: string;
  onChange(next: Span[]): void;
};

/** Several stretches of each weekday, by the wall clock. */
export function WeekHours({ hours, readOnly, none, onChange }: Props) {
  const replace = (span: Span, next: Span | null) =>
    onChange(hours.flatMap((one) => (one === span ? (next ? [next] : []) : [one])));
  return (
    <div className="f-days">
      {WEEKDAYS.map((day, index) => {
        const weekday = index + 1;
        const spans = hours.filter((one) => one.weekday === weekday);
        return (
          <div className="f-day" key={day}>
            <span>{day}</span>
            <div className="f-spans">
              {readOnly || spans.length > 0 ? null : <span className="f-dim f-day-closed">{none}</span>}
              {readOnly ? (
                <span className={spans.length > 0 ? 'f-day-closed' : 'f-dim f-day-closed'}>
                  {spans.map(({ from, to }) => `${from}–${to}`).join(', ') || none}
                </span>
              ) : (
                spans.map((span, at) => (
                  <SpanRow
                    // biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity but their place
                    key={at}
                    day={day}
                    span={span}
                    onChange={(next) => replace(span, next)}
                    onRemove={() => replace(span, null)}
                  />
                ))
              )}
              {!readOnly && (
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  className="f-start"
                  aria-label={`Add hours on ${day}`}
                  onClick={() => onChange([...hours, nextSpan(weekday, spans)])}
                >
                  Add hours
                </Button>
              )}
            </div>
          </div>
        );
      })}
    </div>
  );
}

/** A first span is the usual day, a further one begins where the last ended. */
function nextSpan(weekday: number, spans: readonly Span[]): Span {
  const last = spans.at(-1);
  return last && last.to < '23:00' ? { weekday, from: last.to, to: '23:00' } : { weekday, from: '08:00', to: '18:00' };
}

type SpanProps = { day: string; span: Span; onChange(next: Span): void; onRemove(): void };

function SpanRow({ day, span, onChange, onRemove }: SpanProps) {
  const said = useId();
  const wrong = span.from >= span.to && span.to !== '24:00';
  return (
    <div className="f-span">
      <TextInput
        type="time"
        aria-label={`${day} from`}
        value={span.from}
        onChange={(event) => event.currentTarget.value && onChange({ ...span, from: event.currentTarget.value })}
      />
      –
      <TextInput
        type="time"
        aria-label={`${day} to`}
        // A browser's clock ends at 23:59; the end of the day is written 24:00.
        value={span.to === '24:00' ? '23:59' : span.to}
        onChange={(event) => {
          const to = event.currentTarget.value;
          if (to) onChange({ ...span, to: to === '23:59' ? '24:00' : to });
        }}
        error={wrong}
        ref={describedBy(wrong ? said : undefined)}
      />
      {span.to === '24:00' && <span className="f-dim">(24:00, the end of the day)</span>}
      <ActionIcon aria-label={`Remove ${span.from} to ${span.to} on ${day}`} onClick={onRemove}>
        <IconX size={16} />
      </ActionIcon>
      {wrong && (
        <span className="f-span-wrong" id={said}>
          Must end after it begins.
        </span>
      )}
    </div>
  );
}
