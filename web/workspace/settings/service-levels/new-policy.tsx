import { useNavigate } from '@tanstack/react-router';
import { PickField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';
import { type Place, placeKey, placeOfKey, usePlaces } from '../values/place.ts';
import { BLANK } from './policy-values.ts';
import { TOUCHED } from './touched.ts';

const EVERYBODY: Place = { level: 'provider', id: null };
type Props = { place?: Place; onClose(): void };

/** Begins a policy as an empty draft: its name, and for whom it is. The rest is written on its page. */
export function NewPolicy({ place = EVERYBODY, onClose }: Props) {
  const navigate = useNavigate();
  const { choices } = usePlaces();
  const form = useForm<{ name: string; place: string | null }>({
    values: { name: '', place: placeKey(place) },
    rules: { name: needed('a name such as Gold or VIPs') },
    rename: (path) => (path === 'clientId' || path === 'groupId' ? 'place' : path),
    save: async ({ values }) => {
      const { level, id } = placeOfKey(values.place ?? '');
      const where = id === null ? {} : level === 'client' ? { clientId: id } : { groupId: id };
      const made = await send(
        'POST /service-levels/policies',
        { body: { name: values.name, ...where, terms: BLANK } },
        TOUCHED,
      );
      await navigate({ to: '/settings/policies/$id', params: { id: made.id } });
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Begin a draft" onCancel={onClose}>
      <TextField form={form} name="name" label="Name" required data-autofocus maxLength={120} />
      <PickField
        form={form}
        name="place"
        label="For"
        description="It binds nobody until it is published. What it leaves empty comes from the level above"
        searchable
        data={choices}
      />
    </FormShell>
  );
}
