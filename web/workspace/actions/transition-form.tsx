import { Button, Textarea, TextInput } from '@mantine/core';
import { OUTCOME_NAMES, type Outcome } from '#shared/change-words.ts';
import type { TransitionOption, TransitionTicket } from '#shared/ticket.ts';
import { HOLD_REASONS } from '#shared/vocabulary.ts';
import { fieldErrors } from '#web/api/problem.ts';
import { InstantInput } from '#web/ui/form/instant-input.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { useWaysToEnd } from '../desk/names.ts';
import { ActionForm } from './action-form.tsx';
import { AskedFacts, type Facts, factsAmong } from './asked-facts.tsx';
import { MeanwhileNote } from './meanwhile-note.tsx';
import { Refused } from './refused.tsx';
import { namesOf, type Target } from './store.ts';
import { useApply } from './use-apply.ts';
import { useKeptWords } from './use-kept-words.ts';
import type { Meanwhile } from './use-steps.ts';

const HOLDS = HOLD_REASONS.map((value) => ({
  value,
  label: `Waiting for ${value === 'scheduled' ? 'an appointed time' : value}`,
}));

/** Not every status that waits is a hold, such as one for an approval. */
const isHold = ({ requires }: TransitionOption): boolean => requires.includes('holdReason');

const isEnd = (category: string): boolean => category === 'resolved' || category === 'closed';
const asksEnd = ({ category, requires }: TransitionOption): boolean =>
  category === 'resolved' || requires.includes('resolutionCode');
const isOutcome = (value: string): value is Outcome => Object.hasOwn(OUTCOME_NAMES, value);
const outcomeLine = (one: { value: string; label: string }) =>
  isOutcome(one.value) ? { ...one, label: OUTCOME_NAMES[one.value] } : one;

type Values = { [field in keyof TransitionTicket]?: string };
type Written = Values & { facts?: Facts };
/** Fields of this form that say by themselves what is wrong with them. */
const SHOWN = ['holdReason', 'holdUntil', 'resolutionCode', 'resolutionNote', 'cause', 'reason'];
type Props = {
  step: TransitionOption;
  /** What is said when it was taken: the status that the ticket has then. */
  done: string;
  targets: readonly Target[];
  meanwhile: Meanwhile | null;
  onBack: (() => void) | null;
};

/** What a step asks for: a hold its reason, a resolution its code and note, and so on. */
export function TransitionForm({ step, done, targets, meanwhile, onBack }: Props) {
  const ways = useWaysToEnd(targets.map(({ kind }) => kind));
  const kept = useKeptWords<Written>(`step.${step.to}`, targets, isHold(step) ? { holdReason: 'client' } : {});
  // What has ended already keeps how it did.
  const ends = isEnd(step.category) && asksEnd(step) && !targets.every(({ statusCategory }) => isEnd(statusCategory));
  const ofChange = targets.every(({ kind }) => kind === 'change');
  // How a change went weighs in the risk of the next: nobody says by the way that it went well.
  const usual = ends && !ofChange ? ways[0]?.value : undefined;
  const { facts = {}, ...written } = kept.values;
  const values: Values = { ...(usual ? { resolutionCode: usual } : {}), ...written };
  const apply = useApply(targets, kept.clear);
  const errors = fieldErrors(apply.error);
  const asks = (field: keyof Values) => step.requires.includes(field);
  const known = factsAmong(step.requires);
  const field = (name: keyof Values) => ({
    value: values[name] ?? '',
    required: asks(name),
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) => kept.change({ [name]: event.currentTarget.value }),
  });
  const submit = () => {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
    apply.run({ ...facts, transition: { to: step.to, ...given } as TransitionTicket }, done);
  };
  return (
    <ActionForm
      title={`${step.label}: ${namesOf(targets)}`}
      verb={step.label}
      onSubmit={submit}
      busy={apply.isPending}
      disabled={meanwhile !== null && !meanwhile.open(step)}
      kept={kept}
      refused={apply.error}
      more={
        onBack && (
          <Button variant="default" onClick={onBack}>
            Back
          </Button>
        )
      }
    >
      <MeanwhileNote meanwhile={apply.isPending ? null : meanwhile} step={step} />
      {isHold(step) && (
        <>
          <Select
            label="What is it waiting for?"
            data={HOLDS}
            value={values.holdReason ?? null}
            error={errors['holdReason']}
            allowDeselect={false}
            onChange={(holdReason) => holdReason && kept.change({ holdReason })}
            data-autofocus
          />
          <InstantInput
            label="Until"
            description="It comes back by itself then; leave empty for no date"
            {...field('holdUntil')}
            onChange={(holdUntil) => kept.change({ holdUntil })}
          />
        </>
      )}
      {ends && (
        <>
          <Select
            label={ofChange ? 'How did it go?' : 'How was it solved?'}
            data={ofChange ? ways.map(outcomeLine) : ways}
            value={values.resolutionCode ?? null}
            error={errors['resolutionCode']}
            allowDeselect={false}
            onChange={(resolutionCode) => resolutionCode && kept.change({ resolutionCode })}
            data-autofocus
          />
          <Textarea
            label={ofChange ? 'What happened' : 'What was done'}
            description="The client reads this"
            {...field('resolutionNote')}
          />
          {!ofChange && <TextInput label="Cause" description="For your own people" {...field('cause')} />}
        </>
      )}
      {(asks('reason') || isHold(step)) && <Textarea label="Reason" {...field('reason')} />}
      {known.length > 0 && (
        <AskedFacts
          step={step}
          targets={targets}
          facts={facts}
          errors={errors}
          onChange={(next) => kept.change({ facts: next })}
        />
      )}
      <Refused error={apply.error} shown={[...SHOWN, ...known]} />
    </ActionForm>
  );
}
