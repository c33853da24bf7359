import { useMutation } from '@tanstack/react-query';
import { apply, type Change } from './apply.ts';
import { closeAction, type Target } from './store.ts';

/** Applies a change from a dialogue, which closes when it worked and shows what was refused when it did not. */
export function useApply(targets: readonly Target[]) {
  const mutation = useMutation({
    mutationFn: ({ change, done }: { change: Change; done: string }) => apply(targets, change, done),
    onSuccess: closeAction,
  });
  return { ...mutation, run: (change: Change, done: string) => mutation.mutate({ change, done }) };
}
