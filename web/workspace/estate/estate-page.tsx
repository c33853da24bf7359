import { Button } from '@mantine/core';
import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { EstateItemRow, ItemFilter } from '#shared/estate.ts';
import type { ItemState } from '#shared/estate-words.ts';
import { useGet } from '#web/api/use.ts';
import { usePages } from '#web/api/use-pages.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { named } from '#web/ui/form/choices.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { SearchField } from '#web/ui/form/search-field.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { IconDeviceDesktop, IconSearch } from '#web/ui/icons.ts';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { useSelection } from '#web/ui/table/selection.ts';
import { Table } from '#web/ui/table/table.tsx';
import { useRowKeys } from '#web/ui/table/use-row-keys.ts';
import { ClientFilter } from '../desk/client-filter.tsx';
import { Display } from '../desk/display.tsx';
import { useDisplay } from '../desk/use-display.ts';
import { useCommands } from '../palette/commands.ts';
import { useCan } from '../session/me.ts';
import { LOOK, SORTS } from './columns.tsx';
import { ExportItems } from './export-items.tsx';
import { ItemSelection } from './item-selection.tsx';
import { NewItem } from './new-item.tsx';
import { EstateTabs } from './tabs.tsx';
import { OFFERED_STATES, STATE_CHOICES } from './words.ts';
import './duplicates.css';
import './estate.css';

const idOf = ({ id }: EstateItemRow) => id;
const NOW = [
  { value: 'true', label: 'On' },
  { value: 'false', label: 'Off' },
];

const WARRANTY = [
  { value: 'ended', label: 'Warranty ended' },
  { value: 'ending', label: 'Ends in 90 days' },
  { value: 'unknown', label: 'Warranty unknown' },
];

/** What clients have: devices, services, licences and whatever else is kept. */
export default function EstatePage() {
  const navigate = useNavigate();
  const may = useCan()('estate.manage');
  const { data: classes } = useGet('GET /item-classes', {});
  const { at, go } = useAddress();
  const [adding, setAdding] = useState(false);
  const q = at.get('q') ?? '';
  const [clientId, classKey, state, online] = [at.get('client'), at.get('class'), at.get('state'), at.get('now')];
  const [warranty, siteId] = [at.get('warranty'), at.get('site')];
  const { data: sites } = useGet(
    'GET /clients/{id}/sites',
    { params: { id: clientId ?? '' } },
    { enabled: clientId !== null },
  );
  const filter = {
    ...(clientId ? { clientId } : {}),
    ...(classKey ? { classKey } : {}),
    ...(state === 'any' ? {} : { state: state ? [state as ItemState] : OFFERED_STATES }),
    ...(online ? { online: online === 'true' } : {}),
    ...(warranty ? { warranty } : {}),
    ...(siteId ? { siteId } : {}),
  };
  const sort = SORTS.find(({ value }) => value === at.get('sort'))?.value ?? 'name';
  const query = { ...(q ? { q } : {}), ...filter } as ItemFilter;
  const { rows, more, reading } = usePages('GET /items', { ...query, sort });
  const { data: found } = useGet('GET /items/count', { query }, { placeholderData: keepPreviousData });
  const display = useDisplay(LOOK);
  const sortBy = (by: string) => go({ sort: by });
  const open = ({ id }: EstateItemRow) => void navigate({ to: '/estate/$id', params: { id } });
  const { current, setCurrent } = useRowKeys(rows, idOf, open);
  useShortcuts([{ combo: 'x', label: 'Select', group: 'Item', run: () => current && selection.toggle(current) }]);
  useCommands(may ? [{ label: 'New item', group: 'Do', run: () => setAdding(true) }] : []);
  const add = may && <Button onClick={() => setAdding(true)}>New item</Button>;
  const selection = useSelection();
  const chosen = rows.filter(({ id }) => selection.ids.has(id));
  return (
    <>
      <PageHead
        title="Estate"
        actions={
          <>
            <Display display={display} sorts={SORTS} sort={sort} onSort={sortBy} />
            <ExportItems query={{ ...query, sort }} />
            {add}
          </>
        }
      >
        <EstateTabs found={found} />
      </PageHead>
      <search className="f-list-bar f-estate-filters">
        <SearchField label="Search name, tag, serial or MAC" text={q} onChange={(text) => go({ q: text })} />
        <ClientFilter value={clientId} onChange={(client) => go({ client, site: null })} />
        {clientId && (
          <Select
            aria-label="Site"
            placeholder="All sites"
            clearable
            data={named(sites?.items ?? [])}
            value={siteId}
            onChange={(site) => go({ site })}
          />
        )}
        <Select
          aria-label="Class"
          placeholder="All classes"
          clearable
          searchable
          data={(classes?.items ?? []).map(({ key, name }) => ({ value: key, label: name }))}
          value={classKey}
          onChange={(next) => go({ class: next })}
        />
        <Select
          aria-label="State"
          placeholder="Not retired"
          clearable
          data={[{ value: 'any', label: 'Any state' }, ...STATE_CHOICES]}
          value={state}
          onChange={(next) => go({ state: next })}
        />
        <Select
          aria-label="Now"
          placeholder="On or off"
          clearable
          data={NOW}
          value={online}
          onChange={(now) => go({ now })}
        />
        <Select
          aria-label="Warranty"
          placeholder="Any warranty"
          clearable
          data={WARRANTY}
          value={warranty}
          onChange={(next) => go({ warranty: next })}
        />
      </search>
      {reading.error ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : (
        <Table
          label="Items"
          columns={display.columns}
          rows={rows}
          idOf={idOf}
          nameOf={({ name }) => name}
          loading={reading.isPending}
          current={current}
          onCurrent={setCurrent}
          onOpen={open}
          onEnd={more}
          selection={selection}
          sort={{ by: sort, onSort: sortBy }}
          rowHeight={display.rowHeight}
          narrowRowHeight={76}
          empty={
            q || state || Object.keys(filter).length > 1 ? (
              <EmptyState icon={IconSearch} title="Nothing fits">
                Try fewer letters, another class, any state, or all clients.
              </EmptyState>
            ) : (
              <EmptyState icon={IconDeviceDesktop} title="Nothing is kept yet" action={add}>
                Devices come by themselves from an RMM or from inventory agents; services, licences, certificates and
                contracts are added by hand. What is out of use is listed under “Any state”.
              </EmptyState>
            )
          }
        />
      )}
      <ItemSelection items={chosen} mayChange={may} onClear={selection.clear} />
      <Dialog title="New item" opened={adding} onClose={() => setAdding(false)}>
        {adding && <NewItem clientId={clientId ?? ''} classKey={classKey} onClose={() => setAdding(false)} />}
      </Dialog>
    </>
  );
}
