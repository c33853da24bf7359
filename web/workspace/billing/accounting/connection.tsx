import { Badge, Button } from '@mantine/core';
import { useState } from 'react';
import type { AccountingLink, AccountingView } from '#shared/accounting.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { shortDay } from '../money.ts';
import { ACCOUNTING_TOUCHED } from './touched.ts';

const STATES: Readonly<Record<AccountingLink['state'], string>> = {
  new: 'Nobody has agreed at Xero yet',
  choosing: 'Connected; say below whose books are kept',
  on: 'On',
  paused: 'Paused',
  refused: 'Stopped: connect it again',
};

type Props = { view: AccountingView; link: AccountingLink; onEdit(): void };

/** How the connection stands, what was in the way, and what can be done about it. */
export function Connection({ view, link, onEdit }: Props) {
  const { state, fault, faultAt, goodAt, organisation, sendFrom } = link;
  const manages = useCan()('connector.manage');
  return (
    <Section title="Xero" actions={state === 'refused' && <Badge color="red">Stopped</Badge>}>
      {fault !== '' && (
        <p className="f-accounting-fault" role="alert">
          <bdi>{fault}</bdi>{' '}
          {faultAt && (
            <span className="f-dim">
              Met <TimeAgo at={faultAt} said />.
            </span>
          )}
        </p>
      )}
      <Facts
        facts={[
          ['Stands at', STATES[state]],
          ['Books of', organisation && <bdi key="of">{organisation}</bdi>],
          ['Sends what is issued from', shortDay(sendFrom)],
          ['In step', goodAt && <TimeAgo key="good" at={goodAt} />],
          ['In Xero', view.counts.sent || null],
          ['On the way', view.counts.waiting || null],
          ['Not taken', view.counts.failed || null],
        ]}
      />
      {manages && state === 'choosing' && <Organisation />}
      <div className="f-billing-bar">
        {manages && (state === 'new' || state === 'refused') && <Agree />}
        {state === 'on' && <Now />}
        {manages && <Others link={link} onEdit={onEdit} />}
      </div>
    </Section>
  );
}

/** The browser goes to Xero, and comes back here. */
function Agree() {
  const [going, setGoing] = useState(false);
  const go = async () => {
    setGoing(true);
    try {
      const { url } = await send('POST /accounting/link/connect', {});
      window.location.assign(url);
    } catch (error) {
      setGoing(false);
      toast.fault(error, 'Not connected');
    }
  };
  return (
    <Button loading={going} onClick={() => void go()}>
      Agree at Xero
    </Button>
  );
}

function Now() {
  const sync = useDo('POST /accounting/sync', { failed: 'Not begun', refresh: ACCOUNTING_TOUCHED });
  return (
    <Button loading={sync.isPending} onClick={() => sync.mutate({})}>
      Send and read now
    </Button>
  );
}

function Others({ link: { state, organisation }, onEdit }: Pick<Props, 'link' | 'onEdit'>) {
  const refresh = ACCOUNTING_TOUCHED;
  const pause = useDo('POST /accounting/link/pause', { failed: 'Not paused', refresh });
  const resume = useDo('POST /accounting/link/resume', { failed: 'Not switched on', refresh });
  const forget = async () => {
    const body =
      'Its secrets, which contact is which client, what accounts and taxes are called there and what is where are forgotten here. Invoices stay in Xero, and payments that were read stay here.';
    if (!(await confirm({ title: `Disconnect ${organisation || 'Xero'}?`, body, action: 'Disconnect', danger: true })))
      return;
    try {
      await send('DELETE /accounting/link', {}, ACCOUNTING_TOUCHED);
      toast.done('Xero is disconnected');
    } catch (error) {
      toast.fault(error, 'Not disconnected');
    }
  };
  return (
    <>
      {state === 'on' && (
        <Button variant="default" loading={pause.isPending} onClick={() => pause.mutate({})}>
          Pause
        </Button>
      )}
      {state === 'paused' && (
        <Button loading={resume.isPending} onClick={() => resume.mutate({})}>
          Switch on
        </Button>
      )}
      <Button variant="default" onClick={onEdit}>
        Change
      </Button>
      <Button variant="subtle" color="red.8" onClick={() => void forget()}>
        Disconnect
      </Button>
    </>
  );
}

/** Whose books are kept, of those that Xero lets us. */
function Organisation() {
  const { data } = useGet('GET /accounting/organisations', {});
  const [wanted, setWanted] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const items = data?.items ?? [];
  const chosen = wanted ?? (items.length === 1 ? (items[0]?.id ?? null) : null);
  const save = async (organisationId: string) => {
    setSaving(true);
    try {
      await send('PUT /accounting/organisation', { body: { organisationId } }, ACCOUNTING_TOUCHED);
    } catch (error) {
      toast.fault(error, 'Not chosen');
    }
    setSaving(false);
  };
  return (
    <div className="f-billing-bar">
      <Select
        label="Organisation"
        placeholder="Choose one"
        data={items.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen}
        onChange={setWanted}
      />
      <Button disabled={chosen === null} loading={saving} onClick={() => chosen && void save(chosen)}>
        Keep these books
      </Button>
    </div>
  );
}
