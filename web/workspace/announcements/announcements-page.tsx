import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { AnnouncementRow } from '#shared/announcement.ts';
import { usePages } from '#web/api/use-pages.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { named } from '#web/ui/form/choices.ts';
import { Select } from '#web/ui/form/select.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { IconSearch, IconSpeakerphone } from '#web/ui/icons.ts';
import { Table } from '#web/ui/table/table.tsx';
import { useRowKeys } from '#web/ui/table/use-row-keys.ts';
import { ClientTabs } from '../clients/tabs.tsx';
import { ClientFilter } from '../desk/client-filter.tsx';
import { useServices } from '../desk/names.ts';
import { useCommands } from '../palette/commands.ts';
import { useCan } from '../session/me.ts';
import { COLUMNS } from './columns.tsx';
import { KIND_CHOICES, STATE_CHOICES } from './words.ts';
import '#web/ui/form/form.css';
import './announcements.css';

const idOf = ({ id }: AnnouncementRow) => id;

/** What clients are told without asking: notices, planned work and outages. */
export default function AnnouncementsPage() {
  const navigate = useNavigate();
  const may = useCan()('announcement.manage');
  const { at, go } = useAddress();
  const [state, kind] = [at.get('state'), at.get('kind')];
  const [serviceId, clientId] = [at.get('service'), at.get('client')];
  const query = {
    ...(state ? { state: [state as 'draft'] } : {}),
    ...(kind ? { kind: [kind as 'notice'] } : {}),
    ...(serviceId ? { serviceId } : {}),
    ...(clientId ? { clientId } : {}),
  };
  const { rows, more, reading } = usePages('GET /announcements', query);
  const open = ({ id }: AnnouncementRow) => void navigate({ to: '/announcements/$id', params: { id } });
  const { current, setCurrent } = useRowKeys(rows, idOf, open);
  const begin = () => void navigate({ to: '/announcements/new' });
  useCommands(may ? [{ label: 'New announcement', group: 'Do', run: begin }] : []);
  const add = may && (
    <Button component={Link} to="/announcements/new" c="var(--button-color)">
      New announcement
    </Button>
  );
  return (
    <>
      <PageHead title="Announcements" actions={add}>
        <ClientTabs />
      </PageHead>
      <search className="f-list-bar f-announcement-filters">
        <Select
          aria-label="State"
          placeholder="Whatever its state"
          clearable
          data={STATE_CHOICES}
          value={state}
          onChange={(next) => go({ state: next })}
        />
        <Select
          aria-label="Kind"
          placeholder="All kinds"
          clearable
          data={KIND_CHOICES}
          value={kind}
          onChange={(next) => go({ kind: next })}
        />
        <Select
          aria-label="Service"
          placeholder="All services"
          clearable
          searchable
          data={named(useServices())}
          value={serviceId}
          onChange={(next) => go({ service: next })}
        />
        <ClientFilter placeholder="For anybody" value={clientId} onChange={(next) => go({ client: next })} />
      </search>
      {reading.error ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : (
        <Table
          label="Announcements"
          columns={COLUMNS}
          rows={rows}
          idOf={idOf}
          nameOf={({ title }) => title}
          loading={reading.isPending}
          current={current}
          onCurrent={setCurrent}
          onOpen={open}
          onEnd={more}
          rowHeight={52}
          narrowRowHeight={82}
          empty={
            Object.keys(query).length > 0 ? (
              <EmptyState icon={IconSearch} title="Nothing fits">
                Try another state, kind or service.
              </EmptyState>
            ) : (
              <EmptyState icon={IconSpeakerphone} title="Nothing is announced yet" action={add}>
                Tell clients of an outage before they ask, of work that is planned, or of anything else. It stands in
                their portal and, where you say so, goes by mail.
              </EmptyState>
            )
          }
        />
      )}
    </>
  );
}
