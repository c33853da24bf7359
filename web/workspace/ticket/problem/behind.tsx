import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { KnownErrorMatch } from '#shared/problem.ts';
import type { WholeView } from '#shared/span.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { StatusIcon } from '#web/ui/marks/status-badge.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { Html } from '#web/ui/text/html.tsx';
import { useStatusName } from '../../desk/names.ts';
import { useCan } from '../../session/me.ts';
import { TOUCHED } from './touched.ts';
import './problem.css';

const HOW = {
  problem: 'The problem behind it',
  major: 'Part of a major incident',
  change: 'Caused by a change',
} as const;

/** What stands above a ticket, with what helps meanwhile; and known errors that it may be. */
export function Behind({ ticket }: { ticket: TicketView }) {
  const params = { idOrKey: ticket.id };
  const { data: above } = useGet('GET /tickets/{idOrKey}/wholes', { params });
  const { data: known } = useGet('GET /tickets/{idOrKey}/known-errors', { params });
  return (
    <>
      {above?.wholes.map((whole) => (
        <Whole key={whole.id} whole={whole} />
      ))}
      {known && known.used.length > 0 && (
        <section aria-label="Recognised as">
          <h2>Recognised as</h2>
          <ul className="f-known-errors">
            {known.used.map((error) => (
              <KnownLine key={error.id} error={error}>
                <span className="f-dim">
                  <TimeAgo at={error.usedAt} /> by <bdi>{error.by}</bdi>
                </span>
              </KnownLine>
            ))}
          </ul>
        </section>
      )}
      {known && known.suggested.length > 0 && (
        <section aria-label="May be a known error">
          <h2>May be a known error</h2>
          <ul className="f-known-errors">
            {known.suggested.map((error) => (
              <KnownLine key={error.id} error={error}>
                <span className="f-dim">{error.why}</span>
                <Recognise ticket={ticket} error={error} />
              </KnownLine>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Whole({ whole }: { whole: WholeView }) {
  const statusName = useStatusName();
  const { workaround, workaroundNone } = whole.brief as { workaround?: string; workaroundNone?: boolean };
  const line = (
    <>
      <StatusIcon category={whole.statusCategory} />
      <span className="f-dim">{whole.key}</span>
      <bdi className="f-cut">{whole.title}</bdi>
      <span className="f-dim">{statusName({ kind: whole.kind, status: whole.status, holdReason: null })}</span>
    </>
  );
  return (
    <section aria-label={HOW[whole.how]}>
      <h2>{HOW[whole.how]}</h2>
      <ul className="f-related">
        <li>
          {whole.open ? (
            <Link to="/tickets/$key" params={{ key: whole.key }}>
              {line}
            </Link>
          ) : (
            <span className="f-related-plain">{line}</span>
          )}
          <p className="f-dim">
            Told <TimeAgo at={whole.updatedAt} said />
            {whole.why && (
              <>
                {' · '}
                <bdi>{whole.why}</bdi>
              </>
            )}
          </p>
        </li>
      </ul>
      {workaround ? (
        <div className="f-known-preview">
          <h3>Workaround</h3>
          <Html html={workaround} />
        </div>
      ) : (
        workaroundNone && <p className="f-dim f-plain">No workaround is known.</p>
      )}
    </section>
  );
}

function KnownLine({ error, children }: { error: KnownErrorMatch; children: ReactNode }) {
  return (
    <li>
      <strong>
        <bdi>{error.title}</bdi>
      </strong>
      {error.workaround ? <Html html={error.workaround} /> : <span className="f-dim">No workaround is known.</span>}
      {children}
    </li>
  );
}

function Recognise({ ticket, error }: { ticket: TicketView; error: KnownErrorMatch }) {
  const may = useCan()('ticket.update');
  const use = useDo('POST /tickets/{idOrKey}/known-errors', {
    failed: 'Not noted',
    refresh: TOUCHED,
    onDone: () => toast.done(`${ticket.key} is “${error.title}”`),
  });
  if (!may) return null;
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={use.isPending}
      onClick={() => use.mutate({ params: { idOrKey: ticket.id }, body: { knownErrorId: error.id } })}
    >
      It is this
    </Button>
  );
}
