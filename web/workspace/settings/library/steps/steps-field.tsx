import { Button, Menu } from '@mantine/core';
import type { ComponentType } from 'react';
import type { MacroStep } from '#client/index.ts';
import { moved, put, without } from '#web/ui/form/order.ts';
import { RowTools } from '#web/ui/form/row-tools.tsx';
import { IconPlus } from '#web/ui/icons.ts';
import { useLifecycles } from '../../../desk/names.ts';
import { AssignStep } from './assign-step.tsx';
import { newStep, STEP_KINDS, STEP_NAMES, stepFault } from './kinds.ts';
import { MessageStep } from './message-step.tsx';
import { SetStep } from './set-step.tsx';
import { ChecklistStep, LinkStep, TagsStep, WatchStep } from './small-steps.tsx';
import { TransitionStep } from './transition-step.tsx';
import { type StepName, type StepProps, stepName } from './types.ts';

const FORMS: { readonly [N in StepName]-?: ComponentType<StepProps<N>> } = {
  set: SetStep,
  assign: AssignStep,
  transition: TransitionStep,
  tags: TagsStep,
  message: MessageStep,
  link: LinkStep,
  watch: WatchStep,
  checklist: ChecklistStep,
};

const MOST = 20;
type Props = { steps: readonly MacroStep[]; error?: string | undefined; onChange(next: MacroStep[]): void };

/** The steps of a macro in the order in which they are done. */
export function StepsField({ steps, error, onChange }: Props) {
  const lifecycles = useLifecycles();
  /** Each step says by itself what is wrong with it. */
  const faults = steps.map((step) => (error ? stepFault(step, lifecycles) : null));
  return (
    <fieldset className="f-bare">
      <legend className="f-legend">Steps</legend>
      <p className="f-field-help">Done from top to bottom, all of them or none.</p>
      <ol className="f-steps-list">
        {steps.map((step, at) => (
          <StepCard
            // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their place
            key={`${at} ${stepName(step)}`}
            step={step}
            at={at}
            count={steps.length}
            fault={faults[at] ?? null}
            onChange={(next) => onChange(put(steps, at, next))}
            onMove={(by) => onChange(moved(steps, at, by))}
            onRemove={() => onChange(without(steps, at))}
          />
        ))}
      </ol>
      {error && !faults.some((fault) => fault !== null) && (
        <p className="f-field-fault" role="alert">
          {error}
        </p>
      )}
      {steps.length < MOST && (
        <Menu>
          <Menu.Target>
            <Button
              variant="default"
              size="compact-sm"
              className="f-start"
              leftSection={<IconPlus size={14} aria-hidden="true" />}
              {...(error && steps.length === 0 ? { 'aria-invalid': true } : {})}
            >
              Add a step
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {STEP_NAMES.map((name) => (
              <Menu.Item key={name} onClick={() => onChange([...steps, newStep(name)])}>
                {STEP_KINDS[name].title}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </fieldset>
  );
}

type CardProps = {
  step: MacroStep;
  at: number;
  count: number;
  fault: string | null;
  onChange(next: MacroStep): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
};

function StepCard({ step, at, count, fault, onChange, onMove, onRemove }: CardProps) {
  const name = stepName(step);
  const Fields = FORMS[name] as ComponentType<{ value: unknown; onChange(next: unknown): void }>;
  const title = `${at + 1}. ${STEP_KINDS[name].title}`;
  return (
    <li className="f-step" data-wrong={fault ? true : undefined}>
      <div className="f-step-head">
        <strong>{title}</strong>
        <RowTools name={`step ${at + 1}`} at={at} count={count} onMove={onMove} onRemove={onRemove} />
      </div>
      <Fields value={step[name]} onChange={(next) => onChange({ [name]: next })} />
      {fault && (
        <p className="f-field-fault" role="alert">
          {fault}
        </p>
      )}
    </li>
  );
}
