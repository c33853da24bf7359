import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { VarianceView } from '#shared/count.ts';
import { type DecisionKind, VARIANCE_STATE_WORDS, VARIANCE_STATES, type VarianceState } from '#shared/count-words.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { IconReceipt } from '#web/ui/icons.ts';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { Table } from '#web/ui/table/table.tsx';
import { useRowKeys } from '#web/ui/table/use-row-keys.ts';
import { ClientFilter } from '../desk/client-filter.tsx';
import { useCan, useMe } from '../session/me.ts';
import { COUNT_COLUMNS } from './count-columns.tsx';
import { DecisionForm } from './decision-form.tsx';
import { BillingTabs } from './tabs.tsx';
import { BILLING_TOUCHED } from './touched.ts';
import { Uncontracted } from './uncontracted.tsx';
import '#web/ui/form/form.css';
import './billing.css';

const idOf = ({ line }: VarianceView): string => line.id;
const isState = (text: string | null): text is VarianceState => VARIANCE_STATES.some((one) => one === text);
const EMPTY: readonly VarianceView[] = [];

/** Where what was counted differs from contracts: each is accepted, set aside or kept before the run. */
export default function CountsPage() {
  const { at, go } = useAddress();
  const can = useCan();
  const client = at.get('client');
  const asked = at.get('state');
  const state: VarianceState | 'all' = asked === 'all' ? 'all' : isState(asked) ? asked : 'open';
  const [doing, setDoing] = useState<{ one: VarianceView; kind: DecisionKind } | null>(null);
  const { data, error, isPending, refetch } = useGet('GET /count-variances', {
    query: { ...(client ? { clientId: client } : {}), ...(state === 'all' ? {} : { state }) },
  });
  const rows = data?.items ?? EMPTY;
  const count = useDo('POST /counts', {
    failed: 'Not counted',
    refresh: BILLING_TOUCHED,
    onDone: ({ added }) => toast.done(added === 0 ? 'Everything was counted today already' : 'Counted'),
  });
  const may = can('contract.manage');
  const decide = (kind: DecisionKind) => (one: VarianceView) => {
    if (may && one.state !== 'waiting' && one.state !== 'agrees') setDoing({ one, kind });
  };
  const { current, setCurrent } = useRowKeys(rows, idOf, decide('accept'));
  const chosen = rows.find((one) => idOf(one) === current) ?? rows[0];
  const key = (combo: string, label: string, kind: DecisionKind) => ({
    ...{ combo, label, group: 'Counts' },
    run: () => chosen && decide(kind)(chosen),
  });
  useShortcuts(
    [
      key('a', 'Accept what was counted', 'accept'),
      key('s', 'Set aside', 'set_aside'),
      key('x', 'Keep the difference', 'keep'),
    ],
    may && doing === null,
  );
  return (
    <>
      <PageHead
        title="Billing"
        actions={
          may && (
            <Button
              variant="default"
              loading={count.isPending}
              onClick={() => count.mutate({ body: client ? { clientId: client } : {} })}
            >
              Count now
            </Button>
          )
        }
      >
        <BillingTabs />
      </PageHead>
      <search className="f-list-bar">
        <Select
          aria-label="Where it stands"
          data={[
            ...VARIANCE_STATES.map((value) => ({ value, label: VARIANCE_STATE_WORDS[value].name })),
            { value: 'all', label: 'All that is counted' },
          ]}
          value={state}
          onChange={(next) => go({ state: next === 'open' ? null : next })}
        />
        <ClientFilter value={client} onChange={(next) => go({ client: next })} />
      </search>
      <Unmapped />
      <Uncontracted client={client} />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Table
          label="Counts"
          columns={COUNT_COLUMNS}
          rows={rows}
          idOf={idOf}
          nameOf={({ client: of, line }) => `${of.name}: ${line.name}`}
          loading={isPending}
          current={current}
          onCurrent={setCurrent}
          onOpen={decide('accept')}
          rowHeight={56}
          narrowRowHeight={100}
          empty={<Nothing state={state} />}
        />
      )}
      <Dialog title="What was counted" opened={doing !== null} onClose={() => setDoing(null)}>
        {doing && <DecisionForm one={doing.one} kind={doing.kind} onClose={() => setDoing(null)} />}
      </Dialog>
    </>
  );
}

const Nothing = ({ state }: { state: VarianceState | 'all' }) =>
  state === 'all' ? (
    <EmptyState icon={IconReceipt} title="No line of a contract is counted">
      Say on a line what counts it: people, items of a class, or a product of a vendor’s list. Where the count differs
      from the contract, it stands here before anything is billed.
    </EmptyState>
  ) : (
    <EmptyState
      icon={IconReceipt}
      title={state === 'open' ? 'Nothing to decide' : `Nothing is at “${VARIANCE_STATE_WORDS[state].name}”`}
    >
      {state === 'open'
        ? 'Where what was counted differs from a contract, it stands here before the run.'
        : VARIANCE_STATE_WORDS[state].help}
    </EmptyState>
  );

/** Says that what a vendor calls something is not known, without which it is not counted. */
function Unmapped() {
  const { allClients } = useMe();
  const { data } = useGet('GET /vendor-names', {}, { enabled: allClients });
  const open = data?.items.filter(({ state }) => state === 'open').length ?? 0;
  if (open === 0) return null;
  return (
    <p className="f-count-note" role="status">
      {open === 1 ? '1 name of a vendor is' : `${open} names of vendors are`} not mapped, and not counted.{' '}
      <Link to="/billing/vendors">Map {open === 1 ? 'it' : 'them'}</Link>
    </p>
  );
}
