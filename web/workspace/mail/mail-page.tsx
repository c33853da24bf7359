import { Button, SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { IncomingCounts, IncomingMail } from '#shared/mail.ts';
import { useGet } from '#web/api/use.ts';
import { usePages } from '#web/api/use-pages.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { IconMail } from '#web/ui/icons.ts';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { Table } from '#web/ui/table/table.tsx';
import { useRowKeys } from '#web/ui/table/use-row-keys.ts';
import { useCan } from '../session/me.ts';
import { COLUMNS } from './columns.tsx';
import { MailReader } from './reader.tsx';
import { refreshMail, useMailCounts } from './use-mail.ts';
import { OUTCOMES, writerOf } from './words.ts';
import './mail.css';

const NARROW_ROW = 108;
const AGAIN_MS = 20_000;
const idOf = ({ id }: IncomingMail) => id;

const queryOf = (show: string, outcome: string | null) =>
  show === 'all' ? (outcome ? { outcome: [outcome] } : {}) : { state: ['held', 'failed'] };

/** Mail that came in: what was kept back until somebody says whose it is, and what became of all the rest. */
export default function MailPage() {
  const { at, go } = useAddress();
  const show = at.get('show') === 'all' ? 'all' : 'kept';
  const outcome = at.get('outcome');
  const opened = at.get('mail');
  const query = queryOf(show, outcome);
  const { rows, more, reading } = usePages('GET /mail/incoming', query);
  const counts = useMailCounts();
  const newest = useGet('GET /mail/incoming', { query: { ...query, limit: 1 } as never }, { refetchInterval: AGAIN_MS })
    .data?.items[0];
  const hasNew = newest !== undefined && reading.isSuccess && newest.receivedAt > (rows[0]?.receivedAt ?? '');
  const isEmpty = reading.isSuccess && rows.length === 0;
  // Nothing jumps under the reader where there is nothing yet.
  useEffect(() => {
    if (hasNew && isEmpty) void refreshMail();
  }, [hasNew, isEmpty]);
  const open = ({ id }: IncomingMail) => go({ mail: id });
  const { current, setCurrent } = useRowKeys(rows, idOf, open);
  // What is read beside the list goes with the cursor, and the cursor begins with what the address names.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the cursor moves
  useEffect(() => {
    if (opened && current === null) setCurrent(opened);
    else if (opened && current !== opened) go({ mail: current });
  }, [current]);
  const close = () => go({ mail: null });
  useShortcuts(
    [{ combo: 'escape', label: 'Close the mail', group: 'Mail', silent: true, run: close }],
    opened !== null,
  );
  const settle = () => {
    const id = opened ?? current;
    if (id === null) return;
    if (opened === null) go({ mail: id });
    focusSettling();
  };
  useShortcuts([{ combo: 'e', label: 'Say whose a mail is', group: 'Mail', opens: 'field', run: settle }]);
  const onSettled = async (id: string) => {
    const place = rows.findIndex((row) => row.id === id);
    const next = show === 'kept' ? (rows[place + 1] ?? rows[place - 1])?.id : id;
    document.getElementById('content')?.focus({ preventScroll: true });
    setCurrent(next ?? null);
    go({ mail: next ?? null });
    await refreshMail();
  };
  const waiting = (counts?.held ?? 0) + (counts?.failed ?? 0);
  return (
    <>
      <PageHead title="Mail">
        {hasNew && !isEmpty && (
          <Button variant="light" size="compact-sm" onClick={() => void refreshMail()}>
            New mail · show
          </Button>
        )}
      </PageHead>
      <Silent boxes={counts?.silent ?? []} />
      <search className="f-list-bar">
        <SegmentedControl
          aria-label="Which"
          value={show}
          data={[
            { value: 'kept', label: waiting > 0 ? `To settle (${waiting})` : 'To settle' },
            { value: 'all', label: 'All mail' },
          ]}
          onChange={(next) => go({ show: next === 'all' ? 'all' : null, outcome: null, mail: null })}
        />
        {show === 'all' && (
          <Select
            aria-label="What became of it"
            placeholder="Whatever became of it"
            clearable
            data={OUTCOMES}
            value={outcome}
            onChange={(next) => go({ outcome: next, mail: null })}
          />
        )}
      </search>
      {reading.error ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : (
        <div className="f-mail" data-open={opened !== null || undefined}>
          <div className="f-mail-list">
            <Table
              label="Mail that came in"
              columns={COLUMNS}
              rows={rows}
              idOf={idOf}
              nameOf={(mail) => `${mail.subject || '(no subject)'} from ${writerOf(mail)}`}
              narrowRowHeight={NARROW_ROW}
              loading={reading.isPending}
              current={current}
              onCurrent={setCurrent}
              onOpen={open}
              onEnd={more}
              empty={<Nothing show={show} outcome={outcome} onAll={() => go({ show: 'all', outcome: null })} />}
            />
          </div>
          {opened && <MailReader key={opened} id={opened} onClose={close} onSettled={() => void onSettled(opened)} />}
        </div>
      )}
    </>
  );
}

/** Goes to where one says whose a mail is, as soon as that stands there; nowhere, where nothing is to be said. */
function focusSettling(tries = 40): void {
  const field = document.querySelector<HTMLElement>('.f-mail-settle input');
  if (field) field.focus();
  else if (tries > 0 && document.querySelector('.f-mail-open[aria-busy=true], .f-mail:not([data-open])'))
    setTimeout(() => focusSettling(tries - 1), 50);
}

/** Mailboxes that cannot be read, so that nobody takes their silence for peace. */
function Silent({ boxes }: { boxes: IncomingCounts['silent'] }) {
  const mayManage = useCan()('settings.manage');
  if (boxes.length === 0) return null;
  return (
    <section className="f-mail-silent" aria-label="Mailboxes that cannot be read">
      {boxes.map(({ name, text, at }) => (
        <p key={name} className="f-plain">
          <b>{name}</b> cannot be read (<TimeAgo at={at} long />
          ): {text}
        </p>
      ))}
      {mayManage && <Link to="/settings/mailboxes">See to the mailboxes</Link>}
    </section>
  );
}

function Nothing({ show, outcome, onAll }: { show: string; outcome: string | null; onAll(): void }) {
  const mayManage = useCan()('settings.manage');
  if (show === 'kept')
    return (
      <EmptyState
        icon={IconMail}
        title="Nothing waits for you"
        action={
          <Button variant="default" onClick={onAll}>
            Show all mail
          </Button>
        }
      >
        Mail whose sender nobody knows, or that looks forged, is kept back here until somebody says whose it is.
      </EmptyState>
    );
  if (outcome !== null)
    return (
      <EmptyState
        icon={IconMail}
        title="No mail of that kind"
        action={
          <Button variant="default" onClick={onAll}>
            Show all mail
          </Button>
        }
      />
    );
  return (
    <EmptyState
      icon={IconMail}
      title="No mail has come in yet"
      action={
        mayManage && (
          <Button renderRoot={(props) => <Link {...props} to="/settings/mailboxes" />}>Set up a mailbox</Button>
        )
      }
    >
      What your clients’ people write to your mailboxes becomes tickets and answers. Each mail stays here, with what
      became of it and why.
    </EmptyState>
  );
}
