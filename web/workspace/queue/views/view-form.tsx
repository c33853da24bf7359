import { describeTicketFilter } from '#kernel/filter.ts';
import type { TicketFilter, TicketSort } from '#shared/ticket-filter.ts';
import type { SavedView } from '#shared/view.ts';
import { queryClient } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { useFilterNames } from '../filter-names.ts';

type Props = {
  /** The view to rename or share; null saves what is shown as a new one. */
  view: SavedView | null;
  filter: TicketFilter;
  sort: TicketSort;
  onClose(): void;
  /** The id of a new view. */
  onSaved(id: string | null): void;
};

/** A view's name, and whether everybody sees it. */
export function ViewForm({ view, filter, sort, onClose, onSaved }: Props) {
  const mayShare = useCan()('view.share');
  const nameOf = useFilterNames(filter);
  const form = useForm({
    values: { name: view?.name ?? '', shared: view?.shared ?? false },
    version: view?.version ?? 0,
    rules: { name: needed('a name, such as “Printers at Acme”') },
    save: async ({ values, changed, version }) => {
      let id: string | null = null;
      if (view) await send('PATCH /views/{id}', { params: { id: view.id }, body: { version, ...changed } });
      else ({ id } = await send('POST /views', { body: { ...values, name: values.name.trim(), filter, sort } }));
      await queryClient.invalidateQueries({ queryKey: ['GET /views'] });
      void queryClient.invalidateQueries({ queryKey: ['GET /views/counts'] });
      toast.done(`“${values.name.trim()}” is saved`);
      onSaved(id);
    },
  });
  return (
    <FormShell form={form} submit="Save view" onCancel={onClose} labels={{ name: 'Name', shared: 'Everybody sees it' }}>
      {!view && <p className="f-dim">Shows: {describeTicketFilter(filter, nameOf) || 'all tickets'}</p>}
      <TextField form={form} name="name" label="Name" maxLength={200} data-autofocus required />
      {(mayShare || view?.shared) && (
        <SwitchField
          form={form}
          name="shared"
          label="Everybody sees it"
          description="“Me” and “my teams” mean whoever looks"
        />
      )}
    </FormShell>
  );
}
