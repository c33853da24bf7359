import type { RoleView } from '#shared/identity.ts';
import { ALL_PERMISSIONS, type Permission } from '#shared/permissions.ts';
import { call } from '#web/api/client.ts';
import { TextField } from '#web/ui/form/fields.tsx';
import { both, needed, shaped, someOf } from '#web/ui/form/rules.ts';
import { Select } from '#web/ui/form/select.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { keyFrom } from '#web/ui/text/key-from.ts';
import { useCan } from '../session/me.ts';
import { send } from '../session/send.ts';
import { DeleteButton } from '../settings/lists/delete-button.tsx';
import { PermissionsField } from './permissions-field.tsx';

type Values = { name: string; key: string; description: string; permissions: Permission[] };
const NEW: Values = { name: '', key: '', description: '', permissions: [] };
const TOUCHED = ['GET /roles', 'GET /me'] as const;

const known = (permissions: readonly string[]): Permission[] =>
  ALL_PERMISSIONS.filter((one) => permissions.includes(one));
const valuesOf = ({ name, key, description, permissions }: RoleView): Values => ({
  name,
  key,
  description,
  permissions: known(permissions),
});

type Props = { role: RoleView | null; roles: readonly RoleView[]; onClose(): void };

/** A role of one's own: a name and the permissions it bundles. */
export function RoleForm({ role, roles, onClose }: Props) {
  const can = useCan();
  const form = useForm<Values>({
    values: role ? valuesOf(role) : NEW,
    version: role?.version ?? 0,
    rules: {
      name: needed('a name such as Night shift'),
      key: both(
        needed('a key'),
        shaped(/^[a-z][a-z0-9_-]{1,39}$/, 'Use small letters, digits, - and _, beginning with a letter.'),
      ),
      permissions: someOf('at least one permission'),
    },
    draft: `role.${role?.key ?? 'new'}`,
    follow: (next, before) =>
      role || before.key !== keyFrom(before.name, '-') || next.key !== before.key
        ? next
        : { ...next, key: keyFrom(next.name, '-') },
    save: ({ values, changed: { key: _key, ...changed }, version }) =>
      role
        ? send('PATCH /roles/{key}', { params: { key: role.key }, body: { version, ...changed } }, TOUCHED)
        : send('POST /roles', { body: values }, TOUCHED),
    latest: async () => {
      const { items } = await call('GET /roles', {});
      const stored = items.find(({ key }) => key === role?.key);
      return { values: stored ? valuesOf(stored) : NEW, version: stored?.version ?? 0 };
    },
    onSaved: onClose,
  });
  return (
    <FormShell
      form={form}
      submit={role ? 'Save' : 'Create role'}
      onCancel={onClose}
      more={
        role && (
          <DeleteButton
            what={`the role “${role.name}”`}
            body="A role can go once nobody has it any more."
            remove={() => send('DELETE /roles/{key}', { params: { key: role.key } }, TOUCHED)}
            onGone={onClose}
          />
        )
      }
    >
      <div className="f-form-pair">
        <TextField form={form} name="name" label="Name" required data-autofocus />
        <TextField form={form} name="key" label="Key" description="In the API" required disabled={role !== null} />
      </div>
      <TextField form={form} name="description" label="Description" maxLength={300} />
      {!role && (
        <Select
          label="Begin like"
          placeholder="Nothing ticked"
          clearable
          data={roles.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(key) =>
            form.set('permissions', known(roles.find((one) => one.key === key)?.permissions ?? []).filter(can))
          }
        />
      )}
      <PermissionsField
        offered={ALL_PERMISSIONS.filter(
          (permission) => can(permission) || form.values.permissions.includes(permission),
        )}
        value={form.values.permissions}
        error={form.errors['permissions']}
        onChange={(permissions) => form.set('permissions', permissions)}
      />
    </FormShell>
  );
}
