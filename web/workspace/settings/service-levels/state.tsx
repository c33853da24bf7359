import { Badge } from '@mantine/core';
import type { PolicyVersionView, PolicyView } from '#shared/policy.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { dayAndTime } from '#web/ui/marks/time.ts';

/** How a policy stands, at a glance. */
export function StateMarks({ policy: { current, scheduled, draft, fault } }: { policy: PolicyView }) {
  return (
    <>
      {current?.terms && <Badge color="green">In force</Badge>}
      {current && !current.terms && <Badge color="gray">Withdrawn</Badge>}
      {scheduled && <Badge color="blue">Scheduled</Badge>}
      {draft && <Badge color="yellow">Draft</Badge>}
      {fault && <Badge color="red">Condition failed</Badge>}
    </>
  );
}

/** When a version holds, and who says so: `Version 2, since Tue 24 Nov, 14:05, by Mara`. */
export function useVersionWords(): (version: PolicyVersionView) => string {
  const reader = useReader();
  return ({ number, fromAt, publishedBy, takenBackAt, terms }) => {
    const now = Date.now();
    const when = dayAndTime(fromAt, now, reader);
    const never = takenBackAt !== null && `was to begin ${when}, taken back ${dayAndTime(takenBackAt, now, reader)}`;
    const from = never || (Date.parse(fromAt) > now ? `from ${when}` : terms ? `since ${when}` : `withdrawn ${when}`);
    return [`Version ${number}`, from, publishedBy && `by ${publishedBy}`].filter(Boolean).join(', ');
  };
}

/** What is in force, and what will be. */
export function StateWords({ policy: { current, scheduled } }: { policy: PolicyView }) {
  const words = useVersionWords();
  const told = [current, scheduled].flatMap((version) => (version ? [words(version)] : []));
  return told.length > 0 ? told.join(' · ') : 'Never published; it binds nobody';
}

/** The last condition that could not be answered; its policy was passed over. */
export function FaultNote({ policy: { fault } }: { policy: PolicyView }) {
  const reader = useReader();
  if (!fault) return null;
  return (
    <p className="f-form-fault">
      A condition could not be answered {dayAndTime(fault.at, Date.now(), reader)}, and was passed over:{' '}
      <code>{fault.text}</code>: {fault.error}
    </p>
  );
}
