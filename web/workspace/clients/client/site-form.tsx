import type { SiteView } from '#shared/client.ts';
import { call } from '#web/api/client.ts';
import { TIME_ZONES } from '#web/ui/form/choices.ts';
import { AreaField, PickField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';

type Values = Pick<SiteView, 'name' | 'address' | 'timeZone' | 'active'>;
const valuesOf = ({ name, address, timeZone, active }: SiteView): Values => ({ name, address, timeZone, active });
const NEW: Values = { name: '', address: '', timeZone: null, active: true };
const TOUCHED = ['GET /clients/{id}/sites', 'GET /clients/{id}/overview'] as const;

/** A new site, or a change to one. */
export function SiteForm({ clientId, site, onClose }: { clientId: string; site: SiteView | null; onClose(): void }) {
  const form = useForm<Values>({
    values: site ? valuesOf(site) : NEW,
    version: site?.version ?? 0,
    rules: { name: needed('the site’s name') },
    draft: `site.${site?.id ?? `new.${clientId}`}`,
    save: ({ values: { active: _active, ...body }, changed, version }) =>
      site
        ? send(
            'PATCH /clients/{id}/sites/{siteId}',
            { params: { id: clientId, siteId: site.id }, body: { version, ...changed } },
            TOUCHED,
          )
        : send('POST /clients/{id}/sites', { params: { id: clientId }, body }, TOUCHED),
    latest: async () => {
      const { items } = await call('GET /clients/{id}/sites', { params: { id: clientId } });
      const stored = items.find(({ id }) => id === site?.id);
      return stored ? { values: valuesOf(stored), version: stored.version } : { values: NEW, version: 0 };
    },
    onSaved: onClose,
  });
  return (
    <FormShell
      form={form}
      submit={site ? 'Save' : 'Add site'}
      onCancel={onClose}
      labels={{ name: 'Name', address: 'Address' }}
    >
      <TextField form={form} name="name" label="Name" required data-autofocus />
      <AreaField form={form} name="address" label="Address" minRows={2} />
      <PickField
        form={form}
        name="timeZone"
        label="Time zone"
        description="Only where it differs from the client’s"
        placeholder="As the client"
        clearable
        data={[...TIME_ZONES]}
      />
      {site && <SwitchField form={form} name="active" label="Open" description="A closed site is offered no more" />}
    </FormShell>
  );
}
