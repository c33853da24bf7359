import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ImprovementRow } from '#shared/improvement.ts';
import { IMPROVEMENT_STATUS_KEYS, IMPROVEMENT_STATUSES, MEASURES } from '#shared/improvement-words.ts';
import { usePages } from '#web/api/use-pages.ts';
import { dayWords } from '#web/ui/answers/day-words.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { ClientFilter } from '../desk/client-filter.tsx';
import { useCan } from '../session/me.ts';
import { figureWords } from './figures.ts';
import { ImprovementForm } from './improvement-form.tsx';
import { ImprovementTabs } from './tabs.tsx';
import '../clients/report/report.css';
import './improvements.css';

/** The register of improvements, as a list or as a board by where each stands. */
export default function ImprovementsPage() {
  const { at, go } = useAddress();
  const navigate = useNavigate();
  const can = useCan();
  const status = IMPROVEMENT_STATUS_KEYS.find((one) => one === at.get('status'));
  const client = at.get('client');
  const isBoard = at.get('as') === 'board';
  const asked = { ...(status && !isBoard ? { status } : {}), ...(client ? { clientId: client } : {}) };
  const { rows, more, reading } = usePages('GET /improvements', asked);
  const close = () =>
    go({ new: null, stream: null, step: null, cause: null, from: null, to: null, team: null, category: null });
  const add = can('improvement.manage') && <Button onClick={() => go({ new: 'idea' })}>New improvement</Button>;
  return (
    <div className="f-report">
      <PageHead title="Improvements" actions={add}>
        <ImprovementTabs />
      </PageHead>
      <PageBody>
        <search className="f-improvements-bar">
          <ClientFilter value={client} onChange={(next) => go({ client: next })} />
          <Select
            aria-label="Shown as"
            data={[
              { value: 'list', label: 'As a list' },
              { value: 'board', label: 'As a board' },
            ]}
            value={isBoard ? 'board' : 'list'}
            onChange={(next) => go({ as: next === 'board' ? 'board' : null })}
          />
          {!isBoard && (
            <Select
              aria-label="Where it stands"
              data={[
                { value: '', label: 'Wherever it stands' },
                ...IMPROVEMENT_STATUS_KEYS.map((value) => ({ value, label: IMPROVEMENT_STATUSES[value] })),
              ]}
              value={status ?? ''}
              onChange={(next) => go({ status: next || null })}
            />
          )}
        </search>
        {reading.error && rows.length === 0 ? (
          <ErrorState error={reading.error} onRetry={() => void reading.refetch()} compact />
        ) : reading.isPending ? (
          <SkeletonLines lines={8} />
        ) : rows.length === 0 ? (
          <EmptyState title="No improvements here" action={add}>
            Write down what is to become better and how it is now, so that one can say later whether it helped.
          </EmptyState>
        ) : isBoard ? (
          <Board rows={rows} />
        ) : (
          <List rows={rows} />
        )}
        {more && (
          <Button variant="default" loading={reading.isFetchingNextPage} onClick={more}>
            Show more
          </Button>
        )}
      </PageBody>
      <Dialog title="New improvement" opened={at.get('new') !== null} onClose={close} size={720}>
        <ImprovementForm
          improvement={null}
          begin={at}
          onClose={close}
          onMade={(id) => void navigate({ to: '/improvements/$id', params: { id } })}
        />
      </Dialog>
    </div>
  );
}

const nameOf = ({ measure }: ImprovementRow) => (measure === null ? 'By hand' : MEASURES[measure].name);

function List({ rows }: { rows: readonly ImprovementRow[] }) {
  return (
    <Sideways label="Improvements">
      <table className="f-report-table">
        <caption className="f-hidden">Improvements</caption>
        <thead>
          <tr>
            <th scope="col">Improvement</th>
            <th scope="col">Stands at</th>
            <th scope="col">Measured by</th>
            <th scope="col">Before</th>
            <th scope="col">Now</th>
            <th scope="col">Target</th>
            <th scope="col">Effect</th>
            <th scope="col">Owner</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to="/improvements/$id" params={{ id: row.id }}>
                  <bdi>{row.title}</bdi>
                </Link>
                {row.client && (
                  <div className="f-dim">
                    <bdi>{row.client.name}</bdi>
                  </div>
                )}
              </th>
              <td>{IMPROVEMENT_STATUSES[row.status]}</td>
              <td>{nameOf(row)}</td>
              <td>{figureWords(row.baseline, row)}</td>
              <td>{figureWords(row.now, row)}</td>
              <td>
                {figureWords(row.target, row)}
                {row.targetOn && <div className="f-dim">by {dayWords(row.targetOn)}</div>}
              </td>
              <td>{row.effect ?? '–'}</td>
              <td>
                <bdi>{row.owner?.name ?? 'Nobody'}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

function Board({ rows }: { rows: readonly ImprovementRow[] }) {
  return (
    <div className="f-improvement-board">
      {IMPROVEMENT_STATUS_KEYS.map((status) => {
        const mine = rows.filter((row) => row.status === status);
        return (
          <section key={status} aria-label={IMPROVEMENT_STATUSES[status]}>
            <h2>
              {IMPROVEMENT_STATUSES[status]} <span className="f-dim">{mine.length}</span>
            </h2>
            <ul>
              {mine.map((row) => (
                <li key={row.id}>
                  <Link to="/improvements/$id" params={{ id: row.id }}>
                    <bdi>{row.title}</bdi>
                  </Link>
                  <p className="f-dim">
                    {figureWords(row.baseline, row)} → {figureWords(row.target, row)}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
