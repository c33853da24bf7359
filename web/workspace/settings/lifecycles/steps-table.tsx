import { ActionIcon, Button } from '@mantine/core';
import { useState } from 'react';
import { askCustom } from '#shared/lifecycle-words.ts';
import type { TicketKind } from '#shared/vocabulary.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { put, without } from '#web/ui/form/order.ts';
import { Section } from '#web/ui/form/section.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { IconX } from '#web/ui/icons.ts';
import { useCustomFields } from '../../desk/custom-values.tsx';
import type { Shape, Step } from './edit.ts';
import { StepForm } from './step-form.tsx';
import { ACTORS, wordsOf } from './words.ts';

type Props = { kind: TicketKind; shape: Shape; onChange: ((next: Shape) => void) | null };

/** Each step from status to status: by whom, and what it asks for and does. In a draft they can be changed. */
export function StepsTable({ kind, shape, onChange }: Props) {
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const { transitions } = shape;
  const fields = useCustomFields(kind);
  const wordsFor = (word: string) => fields.find(({ key }) => askCustom(key) === word)?.label ?? wordsOf(word);
  const nameOf = (key: string) => shape.statuses.find((status) => status.key === key)?.name ?? 'Any open status';
  const chosen = typeof open === 'number' ? (transitions[open] ?? null) : null;
  const take = (step: Step) =>
    onChange?.({
      ...shape,
      transitions: typeof open === 'number' ? put(transitions, open, step) : [...transitions, step],
    });
  return (
    <Section
      title="Steps"
      help="From where each may be taken, by whom, what it asks for and what follows."
      actions={
        onChange && (
          <Button variant="default" size="compact-sm" onClick={() => setOpen('new')}>
            Add a step
          </Button>
        )
      }
    >
      <Sideways label="Table of steps">
        <table className="f-steps">
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col">By</th>
              <th scope="col">Asks for and does</th>
              {onChange && (
                <th scope="col">
                  <span className="f-hidden">Change</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {transitions.map((step, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their place
              <tr key={at}>
                <th scope="row">{step.label}</th>
                <td>{step.from.map(nameOf).join(', ')}</td>
                <td>{nameOf(step.to)}</td>
                <td>{step.by.map((actor) => ACTORS[actor]).join(', ')}</td>
                <td>{[...step.requires, ...(step.guards ?? []), ...(step.effects ?? [])].map(wordsFor).join(', ')}</td>
                {onChange && (
                  <td className="f-steps-tools">
                    <Button
                      variant="subtle"
                      color="gray"
                      size="compact-sm"
                      aria-label={`Edit the step ${step.label}`}
                      onClick={() => setOpen(at)}
                    >
                      Edit
                    </Button>
                    <ActionIcon
                      aria-label={`Remove the step ${step.label}`}
                      onClick={() => onChange({ ...shape, transitions: without(transitions, at) })}
                    >
                      <IconX size={16} />
                    </ActionIcon>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      <Dialog
        title={open === 'new' ? 'Add a step' : 'Edit the step'}
        opened={open !== null}
        onClose={() => setOpen(null)}
      >
        {open !== null && (
          <StepForm kind={kind} shape={shape} step={chosen} onPut={take} onClose={() => setOpen(null)} />
        )}
      </Dialog>
    </Section>
  );
}
