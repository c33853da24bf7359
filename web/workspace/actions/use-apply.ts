import { useMutation } from '@tanstack/react-query';
import { apply, type Change } from './apply.ts';
import { closeAction, type Target } from './store.ts';

/**
 * Applies a change from a dialogue, which closes when it worked and shows what was refused when it did not. `onDone`: what else is
 * to happen then, such as forgetting what was written.
 */
export function useApply(targets: readonly Target[], onDone?: () => void) {
  const mutation = useMutation({
    mutationFn: ({ change, done, these }: { change: Change; done: string; these: readonly Target[] }) =>
      apply(these, change, done, () => {
        onDone?.();
        closeAction();
      }),
  });
  return {
    ...mutation,
    /** To all of them, or to `these` where it is for fewer. */
    run: (change: Change, done: string, these = targets) => mutation.mutate({ change, done, these }),
  };
}
