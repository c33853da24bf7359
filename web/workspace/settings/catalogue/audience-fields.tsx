import { SegmentedControl, TagsInput } from '@mantine/core';
import type { CatalogueItemView } from '#shared/catalogue.ts';
import { useGet } from '#web/api/use.ts';
import { MultiSelect } from '#web/ui/form/select.tsx';
import { useClients } from '../../desk/names.ts';

export type Audience = Pick<CatalogueItemView, 'audience' | 'groupIds' | 'clientIds' | 'roles'>;

/** Whom an item is for: all clients, those of some groups, or chosen ones; and of their people all, or those with a role. */
export function AudienceFields({ value, onChange }: { value: Audience; onChange(value: Audience): void }) {
  const clients = useClients();
  const groups = useGet('GET /client-groups', {}).data?.items ?? [];
  const options = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <SegmentedControl
        aria-label="Which clients"
        data={[
          { value: 'all', label: 'All clients' },
          { value: 'groups', label: 'Groups' },
          { value: 'clients', label: 'Chosen clients' },
        ]}
        value={value.audience}
        onChange={(audience) => onChange({ ...value, audience: audience as Audience['audience'] })}
      />
      {value.audience === 'groups' && (
        <MultiSelect
          label="Groups"
          searchable
          data={options(groups)}
          value={value.groupIds}
          onChange={(groupIds) => onChange({ ...value, groupIds })}
        />
      )}
      {value.audience === 'clients' && (
        <MultiSelect
          label="Clients"
          searchable
          limit={200}
          data={options(clients)}
          value={value.clientIds}
          onChange={(clientIds) => onChange({ ...value, clientIds })}
        />
      )}
      <TagsInput
        label="Only people with a role"
        description="As on the contact’s card, such as manager; empty: everybody there"
        value={value.roles}
        onChange={(roles) => onChange({ ...value, roles: roles.map((role) => role.trim().toLowerCase()) })}
      />
    </>
  );
}
