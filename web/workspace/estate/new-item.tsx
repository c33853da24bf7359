import { useNavigate } from '@tanstack/react-router';
import { ITEM_STATES } from '#shared/estate-words.ts';
import { named } from '#web/ui/form/choices.ts';
import { PickField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useClients } from '../desk/names.ts';
import { send } from '../session/send.ts';
import { ITEM_LABELS, ITEM_RULES, ItemFields, type ItemValues } from './item-fields.tsx';
import { TOUCHED } from './touched.ts';

type Values = ItemValues & { clientId: string };
type Props = { clientId: string; classKey: string | null; onClose(): void };

/** Adding an item by hand. What its class knows of it is filled in on its page. */
export function NewItem({ clientId, classKey, onClose }: Props) {
  const navigate = useNavigate();
  const clients = useClients();
  const form = useForm<Values>({
    values: {
      clientId,
      name: '',
      classKey: classKey ?? 'workstation',
      state: 'deployed',
      assetTag: '',
      siteId: null,
      contactId: null,
      serviceId: null,
    },
    rules: { ...ITEM_RULES, clientId: needed('the client whose it is') },
    draft: 'item.new',
    save: async ({ values }) => {
      const { id } = await send('POST /items', { body: values }, TOUCHED);
      onClose();
      await navigate({ to: '/estate/$id', params: { id } });
    },
  });
  return (
    <FormShell form={form} submit="Add" onCancel={onClose} labels={{ ...ITEM_LABELS, clientId: 'Client' }}>
      <PickField form={form} name="clientId" label="Client" required searchable data={named(clients)} />
      <ItemFields form={form} clientId={form.values.clientId} states={ITEM_STATES} />
    </FormShell>
  );
}
