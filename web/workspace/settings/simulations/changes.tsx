import type { ReactNode } from 'react';
import type { SimulationView } from '#shared/simulation.ts';
import { SUBJECTS } from '#shared/simulation-words.ts';
import { Section } from '#web/ui/form/section.tsx';
import {
  calendarDifferences,
  type Difference,
  hoursDifferences,
  policyDifferences,
  priorityDifferences,
} from './differences.ts';
import { DifferencesList } from './differences-list.tsx';
import { PublishPolicyButton } from './publish-policy.tsx';
import { PublishValueButton } from './publish-value.tsx';
import { useNameOf } from './use-name-of.ts';

/** What the draft has otherwise than what was in force, each with its way to be published. */
export function Changes({ simulation: { draft, present, state } }: { simulation: SimulationView }) {
  const nameOf = useNameOf();
  const done = state === 'done';
  return (
    <>
      {draft.policies?.map(({ id, terms }, at) => {
        const now = present.policies[at];
        if (!now) return null;
        return (
          <Change
            key={`policy ${id ?? at}`}
            title={SUBJECTS.policies(now)}
            differences={policyDifferences(now.terms, terms, nameOf)}
            note={askedBefore(now.askedBefore)}
            publish={done && id && <PublishPolicyButton id={id} version={now.version} terms={terms} />}
          />
        );
      })}
      {draft.hours?.map(({ value }, at) => {
        const now = present.hours[at];
        if (!now) return null;
        const what = SUBJECTS.hours(now);
        return (
          <Change
            key={`hours ${now.placeId}`}
            title={what}
            differences={hoursDifferences(now.value, value)}
            publish={done && <PublishValueButton settingKey="sla.hours" what={what} at={now} value={value} />}
          />
        );
      })}
      {draft.calendars?.map(({ id, terms }, at) => {
        const now = present.calendars[at];
        if (!now) return null;
        const what = SUBJECTS.calendars(now);
        return (
          <Change
            key={`calendar ${id}`}
            title={what}
            differences={calendarDifferences(now.terms, terms)}
            publish={done && <PublishValueButton calendarId={id} what={what} at={now} value={terms} />}
          />
        );
      })}
      {draft.priorities?.map(({ value }, at) => {
        const now = present.priorities[at];
        if (!now) return null;
        const what = SUBJECTS.priorities(now);
        return (
          <Change
            key={`priorities ${now.placeId}`}
            title={what}
            differences={priorityDifferences(now.value, value)}
            publish={done && <PublishValueButton settingKey="ticket.priority" what={what} at={now} value={value} />}
          />
        );
      })}
    </>
  );
}

/** Why a draft may change nothing: what stands before it promises the same targets. */
const askedBefore = (names: readonly string[]): string | null =>
  names.length === 0
    ? null
    : `${names.map((name) => `“${name}”`).join(', ')} ${names.length === 1 ? 'is' : 'are'} asked first here: where ${names.length === 1 ? 'it applies and promises' : 'they apply and promise'} a target, this draft decides nothing. Its position is set where it is published.`;

type ChangeProps = {
  title: string;
  differences: readonly Difference[];
  note?: string | null;
  publish: ReactNode;
};

function Change({ title, differences, note, publish }: ChangeProps) {
  return (
    <Section
      title={title}
      help="What the draft has otherwise. It binds nobody until it is published."
      actions={publish}
    >
      {differences.length === 0 ? (
        <p className="f-plain f-dim">The draft says the same as what is in force.</p>
      ) : (
        <DifferencesList differences={differences} />
      )}
      {note && <p className="f-plain f-dim">{note}</p>}
    </Section>
  );
}
