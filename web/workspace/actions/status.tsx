import { useState } from 'react';
import type { TransitionOption } from '#shared/ticket.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { StatusIcon } from '#web/ui/marks/status-badge.tsx';
import { fits, Picker, type PickerLine } from '#web/ui/picker/picker.tsx';
import { BeginForm, useHeldBack } from './begin-form.tsx';
import { MeanwhileNote } from './meanwhile-note.tsx';
import { needsForm } from './needs-form.ts';
import { Refused } from './refused.tsx';
import { namesOf, type Target } from './store.ts';
import { TicketPicker } from './ticket-picker.tsx';
import { TransitionForm } from './transition-form.tsx';
import { useApply } from './use-apply.ts';
import { useSteps } from './use-steps.ts';

/** What people type for a step that asks for more, before they see it ask. */
const alsoCalled = ({ category }: TransitionOption) =>
  category === 'waiting' ? 'waiting for client vendor pending' : '';

type Line = PickerLine & { option: TransitionOption };

/** Moving along the lifecycle: which step, then what the step asks for. */
export function StatusDialog({ targets, to }: { targets: readonly Target[]; to?: string }) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<TransitionOption | null>(null);
  const { options, meanwhile, nameOf } = useSteps(targets);
  const apply = useApply(targets);
  const held = useHeldBack(targets);
  if (!options) return <SkeletonLines lines={5} />;
  // A board asks for a column: the steps that lead into it.
  const into = options.filter(({ category }) => category === to);
  const exact = options.find((one) => one.to === to);
  const offered = to === undefined ? options : exact ? [exact] : into;
  const step = chosen ?? exact ?? (into.length === 1 ? into[0] : null) ?? null;
  if (step?.requires.includes('duplicateOfId')) {
    return (
      <TicketPicker
        label={`${namesOf(targets)} duplicates`}
        targets={targets}
        error={apply.error}
        busy={apply.isPending}
        verb={step.label}
        outcome={({ key }) =>
          `${namesOf(targets)} ${targets.length === 1 ? 'ends as a duplicate' : 'end as duplicates'} of ${key}.`
        }
        onPick={({ id, key }) => apply.run({ transition: { to: step.to, duplicateOfId: id } }, `a duplicate of ${key}`)}
      />
    );
  }
  const isHeld = (option: TransitionOption) => held !== null && option.to === 'implement';
  const [target] = targets;
  if (step && held && target && isHeld(step)) {
    return (
      <BeginForm
        step={step}
        held={held}
        target={target}
        done={nameOf(step)}
        onBack={to ? null : () => setChosen(null)}
      />
    );
  }
  if (step && needsForm(step)) {
    return (
      <TransitionForm
        step={step}
        done={nameOf(step)}
        targets={targets}
        meanwhile={meanwhile}
        onBack={to ? null : () => setChosen(null)}
      />
    );
  }
  const lines: Line[] = offered
    .filter((option) => fits(`${option.label} ${nameOf(option)} ${alsoCalled(option)}`, text.trim()))
    .map((option) => ({
      id: `${option.to} ${option.label}`,
      label: option.label,
      mark: <StatusIcon category={option.category} />,
      note: isHeld(option) ? 'held back now' : option.requires.length > 0 ? 'asks for more' : undefined,
      option,
    }));
  return (
    <>
      <Picker
        label={`Move ${namesOf(targets)}`}
        placeholder="What happens next"
        lines={lines}
        text={text}
        onText={setText}
        onPick={({ option }) =>
          needsForm(option) || isHeld(option)
            ? setChosen(option)
            : apply.run({ transition: { to: option.to } }, nameOf(option))
        }
        none={
          offered.length > 0
            ? 'No step is called so. Use fewer letters.'
            : to
              ? `No step leads there from where ${namesOf(targets)} stands by now.`
              : 'No step is open from here to you.'
        }
      />
      <div className="f-action-more">
        <MeanwhileNote meanwhile={apply.isPending ? null : meanwhile} />
        <Refused error={apply.error} />
      </div>
    </>
  );
}
