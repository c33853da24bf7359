import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { TransitionOption } from '#shared/ticket.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { useCan } from '../session/me.ts';
import { ActionForm } from './action-form.tsx';
import { apply } from './apply.ts';
import { Refused } from './refused.tsx';
import { closeAction, type Target } from './store.ts';
import { useKeptWords } from './use-kept-words.ts';

/** What somebody may let a change begin in spite of. */
const OVERRIDABLE = ['no_collision', 'in_window'];
/** What nobody may. */
const OWED = ['authorised', 'template_in_force'];

export type HeldBack = {
  /** Why it is not to begin now, a sentence each. */
  readonly sentences: readonly string[];
  /** Whether somebody with the authority may let it begin all the same. */
  readonly overridable: boolean;
};

/** What keeps a change from beginning, told before somebody tries; null where nothing does, and of tickets of other kinds. */
export function useHeldBack(targets: readonly Target[]): HeldBack | null {
  const [first] = targets;
  const { data } = useGet(
    'GET /changes/{idOrKey}',
    { params: { idOrKey: first?.id ?? '' } },
    { enabled: targets.length === 1 && first?.kind === 'change' },
  );
  const found = data?.missing.filter(({ guard }) => OVERRIDABLE.includes(guard) || OWED.includes(guard)) ?? [];
  if (found.length === 0) return null;
  return {
    sentences: found.map(({ message }) => message),
    overridable: found.every(({ guard }) => OVERRIDABLE.includes(guard)),
  };
}

type Props = { step: TransitionOption; held: HeldBack; target: Target; done: string; onBack: (() => void) | null };

/** Beginning a change outside of its window or in a freeze: why, which is recorded; or that it cannot begin. */
export function BeginForm({ step, held, target, done, onBack }: Props) {
  const may = useCan()('change.policy') && held.overridable;
  const kept = useKeptWords('begin', [target], { reason: '' });
  const reason = kept.values.reason.trim();
  // What was recorded once is not refused for having been, should the step fail and be tried again.
  const recorded = useRef(false);
  const begin = useMutation({
    mutationFn: async () => {
      const params = { idOrKey: target.id };
      if (!recorded.current) await call('POST /changes/{idOrKey}/overrides', { params, body: { reason } });
      recorded.current = true;
      const given = step.requires.includes('reason') ? { reason } : {};
      await apply([target], { transition: { to: step.to, ...given } }, done, () => {
        kept.clear();
        closeAction();
      });
    },
  });
  return (
    <ActionForm
      title={`${step.label}: ${target.key}`}
      verb={step.label}
      onSubmit={() => begin.mutate()}
      busy={begin.isPending}
      disabled={!may}
      kept={kept}
      refused={begin.error}
      more={
        onBack && (
          <Button variant="default" onClick={onBack}>
            Back
          </Button>
        )
      }
    >
      <p className="f-plain">{held.sentences.join(' ')}</p>
      {may ? (
        <Textarea
          label="Why it begins all the same"
          description="Recorded with your name, on the change and in its evidence"
          required
          minLength={3}
          maxLength={500}
          data-autofocus
          value={kept.values.reason}
          onChange={(event) => kept.change({ reason: event.currentTarget.value })}
        />
      ) : (
        <p className="f-plain f-dim">
          {held.overridable
            ? 'Whoever may change the rules of changes can let it begin all the same.'
            : 'It cannot begin without that.'}
        </p>
      )}
      <Refused error={begin.error} />
    </ActionForm>
  );
}
