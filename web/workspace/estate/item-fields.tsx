import type { EstateItemView } from '#shared/estate.ts';
import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { PickField, TextField } from '#web/ui/form/fields.tsx';
import { needed, type Rules } from '#web/ui/form/rules.ts';
import type { Form } from '#web/ui/form/use-form.ts';
import { useColleagues } from '../desk/colleagues.ts';
import { useServices } from '../desk/names.ts';
import { STATE_WORDS } from './words.ts';

export type ItemValues = {
  name: string;
  classKey: string;
  state: EstateItemView['state'];
  assetTag: string;
  siteId: string | null;
  contactId: string | null;
  serviceId: string | null;
};
export const ITEM_RULES: Rules<ItemValues> = { name: needed('what it is called') };
export const ITEM_LABELS = {
  name: 'Name',
  classKey: 'Class',
  state: 'State',
  assetTag: 'Asset tag',
  siteId: 'Site',
  contactId: 'Whose it is',
  serviceId: 'Service',
} as const;

type Props<V extends ItemValues> = { form: Form<V>; clientId: string; states: readonly EstateItemView['state'][] };

/** What every item has, whatever its class. */
export function ItemFields<V extends ItemValues>({ form: given, clientId, states }: Props<V>) {
  // The fields below touch only what every such form has.
  const form = given as unknown as Form<ItemValues>;
  const { data: sites } = useGet('GET /clients/{id}/sites', { params: { id: clientId } }, { enabled: clientId !== '' });
  const { data: classes } = useGet('GET /item-classes', {});
  const colleagues = useColleagues(clientId);
  return (
    <>
      <div className="f-form-pair">
        <TextField form={form} name="name" label={ITEM_LABELS.name} required data-autofocus />
        <PickField
          form={form}
          name="classKey"
          label={ITEM_LABELS.classKey}
          data={(classes?.items ?? [])
            .filter(({ active, key }) => active || key === form.values.classKey)
            .map(({ key, name }) => ({ value: key, label: name }))}
        />
      </div>
      <div className="f-form-pair">
        <PickField
          form={form}
          name="state"
          label={ITEM_LABELS.state}
          data={states.map((value) => ({ value, label: STATE_WORDS[value] }))}
        />
        <TextField form={form} name="assetTag" label={ITEM_LABELS.assetTag} maxLength={60} />
      </div>
      <div className="f-form-pair">
        <PickField
          form={form}
          name="siteId"
          label={ITEM_LABELS.siteId}
          placeholder="None"
          clearable
          data={named(sites?.items ?? [])}
        />
        <PickField
          form={form}
          name="contactId"
          label={ITEM_LABELS.contactId}
          placeholder="Nobody"
          clearable
          searchable
          data={named(colleagues)}
        />
      </div>
      <PickField
        form={form}
        name="serviceId"
        label={ITEM_LABELS.serviceId}
        description="Where it stands for one of the services that you provide"
        placeholder="None"
        clearable
        data={named(useServices())}
      />
    </>
  );
}
