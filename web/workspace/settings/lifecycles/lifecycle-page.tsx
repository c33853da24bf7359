import { useParams } from '@tanstack/react-router';
import type { LifecycleView } from '#shared/lifecycle.ts';
import { TICKET_KINDS, type TicketKind } from '#shared/vocabulary.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { RoomTabs } from '#web/ui/frame/room-tabs.tsx';
import { StatusBadge } from '#web/ui/marks/status-badge.tsx';
import { ACTORS, wordsOf } from './words.ts';

type Shape = LifecycleView['lifecycle'];
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** How a kind of ticket moves: its statuses, and who may take which step when. */
export default function LifecyclePage() {
  const { kind } = useParams({ from: '/workspace/settings/lifecycles/$kind' });
  const { data, error, refetch } = useGet('GET /lifecycles/{kind}', { params: { kind: kind as TicketKind } });
  return (
    <>
      <PageHead title="Lifecycles">
        <RoomTabs
          label="Kinds of ticket"
          tabs={TICKET_KINDS.map((one) => ({ to: `/settings/lifecycles/${one}` as never, name: capital(one) }))}
        />
      </PageHead>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      <PageBody>
        {!data && !error && <SkeletonLines lines={10} />}
        {data && <Statuses lifecycle={data.lifecycle} />}
        {data && <Steps lifecycle={data.lifecycle} />}
      </PageBody>
    </>
  );
}

function Statuses({ lifecycle }: { lifecycle: Shape }) {
  return (
    <Section
      title="Statuses"
      help="Your words on the left, what the client reads beside them, and what Fettle reasons with."
    >
      <Sideways label="Table of statuses">
        <table className="f-steps">
          <thead>
            <tr>
              <th scope="col">Status</th>
              <th scope="col">The client reads</th>
              <th scope="col">Counts as</th>
            </tr>
          </thead>
          <tbody>
            {lifecycle.statuses.map(({ key, name, category, clientName }) => (
              <tr key={key}>
                <td>
                  <StatusBadge name={name} category={category} />
                </td>
                <td>{clientName}</td>
                <td className="f-dim">
                  {capital(category)}
                  {key === lifecycle.initial && ' · where a ticket begins'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </Section>
  );
}

function Steps({ lifecycle }: { lifecycle: Shape }) {
  const nameOf = (key: string) => lifecycle.statuses.find((status) => status.key === key)?.name ?? 'any status';
  return (
    <Section title="Steps" help="Each step, from where it may be taken, by whom, and what it asks for.">
      <Sideways label="Table of steps">
        <table className="f-steps">
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col">By</th>
              <th scope="col">Asks for and does</th>
            </tr>
          </thead>
          <tbody>
            {lifecycle.transitions.map((step) => (
              <tr key={`${step.label} ${step.from.join()} ${step.to} ${step.by.join()}`}>
                <th scope="row">{step.label}</th>
                <td>{step.from.map(nameOf).join(', ')}</td>
                <td>{nameOf(step.to)}</td>
                <td>{step.by.map((actor) => ACTORS[actor]).join(', ')}</td>
                <td>{[...step.requires, ...(step.guards ?? []), ...(step.effects ?? [])].map(wordsOf).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </Section>
  );
}
