import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Form } from '#web/ui/form/use-form.ts';
import { ConditionHelp } from './condition-field.tsx';
import { type PolicyValues, RULES, type Ruled, type RuleName } from './policy-values.ts';
import { TARGETS } from './words.ts';

const NAMES: Readonly<Record<RuleName, string>> = {
  start: 'Begins when',
  pause: 'Pauses while',
  stop: 'Ends when',
  reset: 'Begins anew when',
  cancel: 'Is cancelled when',
};

/** What each clock does where no rule is written. */
const BY_ITSELF: Readonly<Record<Ruled, Record<RuleName, string>>> = {
  first_response: {
    start: 'the ticket is logged',
    pause: 'never',
    stop: 'somebody answers',
    reset: 'never',
    cancel: 'the ticket is cancelled',
  },
  next_update: {
    start: 'somebody has answered',
    pause: 'the client has it',
    stop: 'the ticket is resolved',
    reset: 'somebody answers again',
    cancel: 'the ticket is cancelled',
  },
  resolution: {
    start: 'the ticket is logged',
    pause: 'it is on hold',
    stop: 'it is resolved',
    reset: 'never',
    cancel: 'it is cancelled',
  },
  vendor: {
    start: 'it waits for a vendor',
    pause: 'never',
    stop: 'it waits for the vendor no longer',
    reset: 'it waits for a vendor again',
    cancel: 'it is cancelled',
  },
  ola: {
    start: 'the team gets it',
    pause: 'it is on hold, or with another team',
    stop: 'it is resolved',
    reset: 'never',
    cancel: 'it is cancelled',
  },
};
const CLOCKS: readonly { of: Ruled; name: string }[] = [
  ...TARGETS.map(({ target, name }) => ({ of: target, name })),
  { of: 'ola', name: 'OLAs' },
];

/** For whom what a clock does by itself is not enough: conditions for each, out of the way until they are wanted. */
export function RulesField({ form }: { form: Form<PolicyValues> }) {
  const { rules } = form.values;
  const wrong = Object.keys(form.errors).some((path) => path.startsWith('rules.'));
  const said = CLOCKS.filter(({ of }) => RULES.some((rule) => rules[of][rule].trim() !== ''));
  return (
    <Opening
      title={`Advanced: when clocks run${said.length > 0 ? ` · own rules for ${said.map(({ name }) => name.toLowerCase()).join(', ')}` : ''}`}
      open={wrong}
    >
      <p className="f-plain f-dim">
        A condition takes the place of what the clock does by itself; what is left empty it does as usual. Rules for one
        clock are taken together, from the first policy that has any.
      </p>
      <ConditionHelp />
      {CLOCKS.map(({ of, name }) => (
        <Opening key={of} title={name} open={Object.keys(form.errors).some((path) => path.startsWith(`rules.${of}.`))}>
          {RULES.map((rule) => (
            <Textarea
              key={rule}
              className="f-code-field"
              label={NAMES[rule]}
              aria-label={`${name}: ${NAMES[rule].toLowerCase()}`}
              description={`By itself: ${BY_ITSELF[of][rule]}`}
              minRows={1}
              maxLength={2_000}
              spellCheck={false}
              error={form.errors[`rules.${of}.${rule}`]}
              value={rules[of][rule]}
              onChange={(event) =>
                form.set('rules', { ...rules, [of]: { ...rules[of], [rule]: event.currentTarget.value } })
              }
            />
          ))}
        </Opening>
      ))}
    </Opening>
  );
}

/** A part that is closed until it is opened, or something in it is wrong. */
function Opening({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <details
      className="f-opening"
      open={opened || open}
      onToggle={(event) => {
        event.stopPropagation();
        setOpened(event.currentTarget.open);
      }}
    >
      <summary>{title}</summary>
      <div className="f-form">{children}</div>
    </details>
  );
}
