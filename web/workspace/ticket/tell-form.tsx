import type { LinkedTicket, TellTickets, ToldTickets } from '#shared/span.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { AreaField, ManyField, SwitchField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { refreshTickets, takeBack, undoEvent } from '../actions/index.ts';
import { useCan } from '../session/me.ts';

type Props = {
  /** What they hang under, and whether what they wait for is done. */
  whole: { id: string; done: boolean };
  open: readonly Pick<LinkedTicket, 'id' | 'key' | 'title'>[];
  send(body: TellTickets): Promise<ToldTickets>;
  onClose(): void;
};
type Values = { ticketIds: readonly string[]; message: string; resolve: boolean };
const MOST = 100;

/** Tells whoever asked in the incidents of a problem or a major incident, and resolves these with it; it can be taken back. */
export function TellForm({ whole, open, send, onClose }: Props) {
  const mayResolve = useCan()('ticket.transition');
  const form = useForm<Values>({
    values: {
      ticketIds: open.slice(0, MOST).map(({ id }) => id),
      message: '',
      resolve: mayResolve && whole.done,
    },
    draft: `tell ${whole.id}`,
    rules: {
      message: needed('what they should know'),
      ticketIds: (ids) => (ids.length > 0 ? null : 'Choose at least one incident.'),
    },
    save: async ({ values }) => {
      const { items } = await send({ ...values, ticketIds: [...values.ticketIds] });
      const refused = items.filter((one) => one.refused !== null);
      const done = items.filter((one) => one.refused === null);
      const undo = done.flatMap(({ id, key, eventId }) => (eventId ? [undoEvent({ id, key }, eventId)] : []));
      for (const one of refused.slice(0, 3)) toast.fault(new Error(one.refused ?? ''), `Left as it is: ${one.key}`);
      if (done.length > 0)
        toast.done(
          `${done.length === 1 ? '1 incident was' : `${done.length} incidents were`} ${values.resolve ? 'told and resolved' : 'told'}`,
          undo.length > 0 ? { undo: () => takeBack(undo) } : {},
        );
      await refreshTickets();
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit={form.values.resolve ? 'Tell and resolve' : 'Tell'} onCancel={onClose}>
      <AreaField
        form={form}
        name="message"
        label="Message"
        description="Each gets it in their own ticket. Name none of the other clients."
        autosize
        minRows={4}
        maxLength={10_000}
        data-autofocus
      />
      {mayResolve && <SwitchField form={form} name="resolve" label="Resolve the incidents with it" />}
      <ManyField
        form={form}
        name="ticketIds"
        label="Incidents"
        data={open.map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` }))}
      />
    </FormShell>
  );
}
