import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import type { PromisedView } from '#shared/policy.ts';
import { NumberInput } from '#web/ui/form/number-input.tsx';
import { put, without } from '#web/ui/form/order.ts';
import type { Form } from '#web/ui/form/use-form.ts';
import { IconX } from '#web/ui/icons.ts';
import { ActionFields } from './action-fields.tsx';
import { MOST_PERCENT, type PolicyValues, type Threshold } from './policy-values.ts';
import { ThresholdsList } from './thresholds-list.tsx';

type Props = { form: Form<PolicyValues>; above: PromisedView | undefined };
const FIRST: readonly Threshold[] = [{ percent: 75, actions: [{ type: 'notify', who: ['assignee'] }] }];
const BREACH = 100;

/** What happens as time runs out: as the level above has it, or as this policy says, all of it. */
export function ThresholdsField({ form, above }: Props) {
  const { thresholds } = form.values;
  const set = (next: readonly Threshold[] | null) => form.set('thresholds', next);
  return (
    <>
      <SegmentedControl
        aria-label="What happens as time runs out"
        className="f-start"
        data={[
          { value: 'above', label: 'As above' },
          { value: 'own', label: 'Own' },
        ]}
        value={thresholds === null ? 'above' : 'own'}
        onChange={(next) => set(next === 'own' ? ownOf(above) : null)}
      />
      {thresholds === null && above && <ThresholdsList thresholds={above.thresholds} />}
      {thresholds && (
        <>
          {thresholds.length === 0 && (
            <p className="f-plain f-dim">Nothing happens by itself; at 100 % it is missed.</p>
          )}
          <ol className="f-thresholds">
            {thresholds.map((threshold, at) => (
              <ThresholdFields
                // biome-ignore lint/suspicious/noArrayIndexKey: thresholds have no identity but their place
                key={at}
                threshold={threshold}
                faultOf={(part) => form.errors[`thresholds.${at}.${part}`]}
                onChange={(next) => set(put(thresholds, at, next))}
                onRemove={() => set(without(thresholds, at))}
              />
            ))}
          </ol>
          <Button
            variant="default"
            className="f-start"
            onClick={() => set([...thresholds, { percent: nextPercent(thresholds), actions: FIRST[0]?.actions ?? [] }])}
          >
            Add a threshold
          </Button>
        </>
      )}
    </>
  );
}

/** One begins with what holds above, to change a part of it. */
const ownOf = (above: PromisedView | undefined): readonly Threshold[] =>
  above && above.thresholds.list.length > 0 ? above.thresholds.list : FIRST;

function nextPercent(thresholds: readonly Threshold[]): number {
  const last = Math.max(0, ...thresholds.map(({ percent }) => percent ?? 0));
  return last < BREACH ? BREACH : Math.min(MOST_PERCENT, last + 25);
}

type FieldsProps = {
  threshold: Threshold;
  faultOf(part: string): string | undefined;
  onChange(next: Threshold): void;
  onRemove(): void;
};

function ThresholdFields({ threshold, faultOf, onChange, onRemove }: FieldsProps) {
  const { percent, actions } = threshold;
  const title = `${percent ?? '…'} %`;
  const set = (next: Threshold['actions']) => onChange({ ...threshold, actions: next });
  return (
    <li aria-label={`At ${title}`}>
      <div className="f-threshold-head">
        <NumberInput
          label="Percent of the target"
          allowDecimal={false}
          w={160}
          value={percent ?? ''}
          error={faultOf('percent')}
          onChange={(next) => onChange({ ...threshold, percent: typeof next === 'number' ? next : null })}
        />
        <ActionIcon aria-label={`Remove the threshold at ${title}`} onClick={onRemove}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      {actions.map((action, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: actions have no identity but their place
        <div className="f-threshold-action" key={at}>
          <ActionFields
            action={action}
            name={`Action ${at + 1} at ${title}`}
            faultOf={(part) => faultOf(`actions.${at}.${part}`)}
            onChange={(next) => set(put(actions, at, next))}
          />
          <ActionIcon aria-label={`Remove action ${at + 1} at ${title}`} onClick={() => set(without(actions, at))}>
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        className="f-start"
        aria-label={`Add an action at ${title}`}
        onClick={() => set([...actions, { type: 'raise_priority' }])}
      >
        Add an action
      </Button>
    </li>
  );
}
