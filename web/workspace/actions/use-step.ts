import { useMutation } from '@tanstack/react-query';
import type { TransitionOption } from '#shared/ticket.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { useStatuses } from '../desk/names.ts';
import { apply } from './apply.ts';
import { needsForm } from './needs-form.ts';
import { ask, type Target } from './store.ts';

/** Taking one step of a ticket: at once, or in the dialogue where it asks for something or something stands against it. */
export function useStep(ticket: Target) {
  const statuses = useStatuses().get(ticket.kind);
  const { mutate, isPending } = useMutation({
    mutationFn: ({ to }: TransitionOption) => {
      const name = statuses?.find(({ key }) => key === to)?.name ?? to;
      return apply([ticket], { transition: { to } }, name.toLowerCase());
    },
    onError: (error) => toast.fault(error, 'Not moved'),
  });
  const take = (step: TransitionOption, held: boolean) =>
    held || needsForm(step) ? ask('status', [ticket], { to: step.to }) : mutate(step);
  return { take, isPending };
}
