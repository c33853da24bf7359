import { ALL_PERMISSIONS, type Permission } from '#shared/permissions.ts';
import { named } from '#web/ui/form/choices.ts';
import { ManyField, PickField, TextField, WordsField } from '#web/ui/form/fields.tsx';
import { needed, someOf } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useClients } from '../desk/names.ts';
import { PermissionsField } from '../people/permissions-field.tsx';
import { useCan } from '../session/me.ts';
import { send } from '../session/send.ts';

const DAY_MS = 86_400_000;
const LIFETIMES = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'One year' },
  { value: 'never', label: 'Does not expire' },
];

type Values = { name: string; permissions: Permission[]; clientIds: string[]; life: string; networks: string[] };
type Props = { onCancel(): void; onMade(key: string): void };

/** Making a key that can do no more, for no more clients, than its maker. */
export function KeyForm({ onCancel, onMade }: Props) {
  const can = useCan();
  const clients = useClients();
  const form = useForm<Values>({
    values: { name: '', permissions: [], clientIds: [], life: '365', networks: [] },
    rules: { name: needed('what the key is for'), permissions: someOf('at least one permission') },
    draft: 'api-key.new',
    save: async ({ values: { name, permissions, clientIds, life, networks } }) => {
      const { key } = await send(
        'POST /api-keys',
        {
          body: {
            name,
            permissions,
            expiresAt: life === 'never' ? null : new Date(Date.now() + Number(life) * DAY_MS).toISOString(),
            ...(clientIds.length > 0 ? { clientIds } : {}),
            ...(networks.length > 0 ? { networks } : {}),
          },
        },
        ['GET /api-keys'],
      );
      onMade(key);
    },
  });
  return (
    <FormShell form={form} submit="Create key" onCancel={onCancel}>
      <div className="f-form-pair">
        <TextField form={form} name="name" label="What it is for" placeholder="Monitoring" required data-autofocus />
        <PickField form={form} name="life" label="Expires after" data={LIFETIMES} />
      </div>
      <ManyField
        form={form}
        name="clientIds"
        label="Clients"
        description="None chosen: every client you see"
        data={named(clients)}
      />
      <WordsField
        form={form}
        name="networks"
        label="Networks"
        description="Where it may be used from, such as 192.0.2.0/24; none: anywhere"
      />
      <PermissionsField
        offered={ALL_PERMISSIONS.filter(can)}
        value={form.values.permissions}
        error={form.errors['permissions']}
        onChange={(permissions) => form.set('permissions', permissions)}
      />
    </FormShell>
  );
}
