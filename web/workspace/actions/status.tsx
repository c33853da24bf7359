import { useState } from 'react';
import type { TransitionOption } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { StatusIcon } from '#web/ui/marks/status-badge.tsx';
import { fits, Picker, type PickerLine } from '#web/ui/picker/picker.tsx';
import { useStatuses } from '../desk/names.ts';
import { Refused } from './refused.tsx';
import { namesOf, type Target } from './store.ts';
import { TicketPicker } from './ticket-picker.tsx';
import { needsForm, TransitionForm } from './transition-form.tsx';
import { useApply } from './use-apply.ts';

type Line = PickerLine & { option: TransitionOption };

/** The steps open to all of the tickets: asked from the server for one, by the kind's statuses for many. */
function useOptions(targets: readonly Target[]): readonly TransitionOption[] | undefined {
  const [first] = targets;
  const single = targets.length === 1;
  const one = useGet('GET /tickets/{idOrKey}', { params: { idOrKey: first?.id ?? '' } }, { enabled: single });
  const statuses = useStatuses().get(first?.kind ?? 'incident');
  if (single) return one.data?.transitions;
  return statuses?.map(({ key, name, category }) => ({
    to: key,
    label: name,
    category,
    requires: requiredOf(category),
  }));
}

const requiredOf = (category: TransitionOption['category']): string[] =>
  category === 'waiting' ? ['holdReason'] : category === 'resolved' ? ['resolutionCode', 'resolutionNote'] : [];

/** Moving along the lifecycle: which step, then what the step asks for. */
export function StatusDialog({ targets, to }: { targets: readonly Target[]; to?: string }) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<TransitionOption | null>(null);
  const options = useOptions(targets);
  const apply = useApply(targets);
  if (!options) return <SkeletonLines lines={5} />;
  // A board asks for a column: the steps that lead into it.
  const into = options.filter(({ category }) => category === to);
  const offered = into.length > 0 ? into : options;
  const step = chosen ?? options.find((one) => one.to === to) ?? (into.length === 1 ? into[0] : null) ?? null;
  if (step?.requires.includes('duplicateOfId')) {
    return (
      <TicketPicker
        label={`${namesOf(targets)} duplicates`}
        targets={targets}
        error={apply.error}
        onPick={({ id, key }) => apply.run({ transition: { to: step.to, duplicateOfId: id } }, `a duplicate of ${key}`)}
      />
    );
  }
  if (step && needsForm(step)) {
    return <TransitionForm step={step} targets={targets} onBack={to ? null : () => setChosen(null)} />;
  }
  const lines: Line[] = offered
    .filter(({ label }) => fits(label, text.trim()))
    .map((option) => ({
      id: `${option.to} ${option.label}`,
      label: option.label,
      mark: <StatusIcon category={option.category} />,
      note: option.requires.length > 0 ? 'asks for more' : undefined,
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
          needsForm(option) ? setChosen(option) : apply.run({ transition: { to: option.to } }, option.label)
        }
        none="No step is open from here to you."
      />
      <div className="f-action-more">
        <Refused error={apply.error} />
      </div>
    </>
  );
}
