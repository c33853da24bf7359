import { useMutation } from '@tanstack/react-query';
import { apply, type Change } from './apply.ts';
import { closeAction, type Target } from './store.ts';

/**
 * Applies a change from a dialogue, which closes when it worked and shows what was refused when it did not. `onDone`: what else is
 * to happen then, such as forgetting what was written.
 */
export function useApply(targets: readonly Target[], onDone?: () => void) {
  const mutation = useMutation({
    mutationFn: ({ change, done }: { change: Change; done: string }) =>
      apply(targets, change, done, () => {
        onDone?.();
        closeAction();
      }),
  });
  return { ...mutation, run: (change: Change, done: string) => mutation.mutate({ change, done }) };
}
