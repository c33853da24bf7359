import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { OfferingRow } from '#shared/service.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { IconPackage } from '#web/ui/icons.ts';
import { Table } from '#web/ui/table/table.tsx';
import { useRowKeys } from '#web/ui/table/use-row-keys.ts';
import { ClientTabs } from '../clients/tabs.tsx';
import { ClientFilter } from '../desk/client-filter.tsx';
import { useCommands } from '../palette/commands.ts';
import { useCan, useMe } from '../session/me.ts';
import { offeringColumns } from './columns.tsx';
import { OfferingForm } from './offering-form.tsx';
import '#web/ui/form/form.css';
import './services.css';

const idOf = ({ id }: OfferingRow) => id;

/** What the provider offers, how it goes at its clients, and who answers for it. */
export default function PortfolioPage() {
  const navigate = useNavigate();
  const can = useCan();
  const { allClients } = useMe();
  const may = can('service.manage') && allClients === true;
  const { at, go } = useAddress();
  const clientId = at.get('client');
  const [adding, setAdding] = useState(false);
  const { data, error, refetch, isPending } = useGet('GET /service-offerings', {
    query: clientId ? { clientId } : {},
  });
  const rows = data?.items ?? [];
  const open = ({ id }: OfferingRow) =>
    void (clientId
      ? navigate({ to: '/clients/$id/services/$serviceId', params: { id: clientId, serviceId: id } })
      : navigate({ to: '/services/$id', params: { id } }));
  const { current, setCurrent } = useRowKeys(rows, idOf, open);
  const columns = useMemo(() => offeringColumns(clientId), [clientId]);
  useCommands(may ? [{ label: 'Add a service to the portfolio', group: 'Do', run: () => setAdding(true) }] : []);
  const add = may && <Button onClick={() => setAdding(true)}>New service</Button>;
  return (
    <>
      <PageHead title="Services" actions={add}>
        <ClientTabs />
      </PageHead>
      <search className="f-list-bar">
        <ClientFilter value={clientId} onChange={(next) => go({ client: next })} />
      </search>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Table
          label="Services"
          columns={columns}
          rows={rows}
          idOf={idOf}
          nameOf={({ name }) => name}
          loading={isPending}
          current={current}
          onCurrent={setCurrent}
          onOpen={open}
          rowHeight={52}
          narrowRowHeight={82}
          empty={
            clientId ? (
              <EmptyState icon={IconPackage} title="This client has no services">
                Choose on the client’s page which services it has.
              </EmptyState>
            ) : (
              <EmptyState icon={IconPackage} title="Nothing is offered yet" action={add}>
                Write down what you offer: then you see at which clients it goes well, and what it promises.
              </EmptyState>
            )
          }
        />
      )}
      <Dialog title="New service" opened={adding} onClose={() => setAdding(false)}>
        <OfferingForm
          offering={null}
          onClose={() => setAdding(false)}
          onMade={(id) => void navigate({ to: '/services/$id', params: { id } })}
        />
      </Dialog>
    </>
  );
}
