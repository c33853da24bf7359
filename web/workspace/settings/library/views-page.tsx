import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { SavedView } from '#client/index.ts';
import { describeTicketFilter } from '#kernel/filter.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { NumberField, PickField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useNameOf } from '../../desk/names.ts';
import { SORTS } from '../../desk/sorts.ts';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { DeleteButton } from '../lists/delete-button.tsx';
import { RecordList } from '../lists/record-list.tsx';

type Values = { name: string; sort: SavedView['sort']; shared: boolean; position: number | null };
const LABELS = { name: 'Name', sort: 'Order', shared: 'For everybody', position: 'Place among the tabs' } as const;
const TOUCHED = ['GET /views', 'GET /views/counts'] as const;
const valuesOf = ({ name, sort, shared, position }: SavedView): Values => ({ name, sort, shared, position });

/** The saved views: whose, for whom, in which order. What a view finds is set in the queue, where one sees it. */
export default function ViewsPage() {
  const { data, error, refetch } = useGet('GET /views', {});
  const nameOf = useNameOf();
  return (
    <RecordList<SavedView>
      title="Views"
      one="view"
      help="The tabs above the queue. Filter the queue as you need it and save that as a view; here views are renamed, shared, put in order and deleted."
      empty="Filter the queue, then save what you see as a view."
      lines={data?.items.map((view) => ({
        record: view,
        id: view.id,
        name: view.name,
        editable: view.editable,
        marks: <Badge color="gray">{view.shared ? 'Shared' : 'Yours'}</Badge>,
        note: [describeTicketFilter(view.filter, nameOf), view.owner && `by ${view.owner.name}`]
          .filter(Boolean)
          .join(' · '),
      }))}
      error={error}
      onRetry={() => void refetch()}
      mayEdit
      mayAdd={false}
      actions={(view) => (
        <Link to="/queue" search={{ ...view.filter, sort: view.sort }} aria-label={`Open ${view.name} in the queue`}>
          Open
        </Link>
      )}
      form={(view, onClose) => view && <ViewForm view={view} onClose={onClose} />}
    />
  );
}

function ViewForm({ view, onClose }: { view: SavedView; onClose(): void }) {
  const can = useCan();
  const form = useForm<Values>({
    values: valuesOf(view),
    version: view.version,
    rules: {
      name: needed('a name'),
      position: (place) => (place === null ? 'Enter a number; the smallest stands first.' : null),
    },
    draft: `view.${view.id}`,
    save: ({ changed: { position, ...changed }, version }) => {
      const place = position === undefined || position === null ? {} : { position };
      return send('PATCH /views/{id}', { params: { id: view.id }, body: { version, ...changed, ...place } }, TOUCHED);
    },
    latest: async () => {
      const stored = (await call('GET /views', {})).items.find(({ id }) => id === view.id) ?? view;
      return { values: valuesOf(stored), version: stored.version };
    },
    onSaved: onClose,
  });
  return (
    <FormShell
      form={form}
      submit="Save"
      onCancel={onClose}
      labels={LABELS}
      more={
        <DeleteButton
          what={`the view “${view.name}”`}
          body={view.shared ? 'It goes for everybody. No ticket changes.' : 'No ticket changes.'}
          remove={() => send('DELETE /views/{id}', { params: { id: view.id } }, TOUCHED)}
          onGone={onClose}
        />
      }
    >
      <TextField form={form} name="name" label={LABELS.name} required data-autofocus />
      <div className="f-form-pair" data-align="end">
        <PickField form={form} name="sort" label={LABELS.sort} data={SORTS} />
        <NumberField
          form={form}
          name="position"
          label={LABELS.position}
          description="The smallest number stands first"
          min={0}
          max={10_000}
        />
      </div>
      {(can('view.share') || view.shared) && (
        <SwitchField form={form} name="shared" label={LABELS.shared} description="Otherwise only its owner sees it" />
      )}
    </FormShell>
  );
}
