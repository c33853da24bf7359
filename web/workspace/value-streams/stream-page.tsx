import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { FLOW_GROUPS, FLOW_TIMES, type FlowGroup, type FlowTime } from '#shared/value-stream-words.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { named } from '#web/ui/form/choices.ts';
import { Section } from '#web/ui/form/section.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { daysIn, daysOf } from '../clients/report/period.ts';
import { PeriodChoice } from '../clients/report/period-choice.tsx';
import { ClientFilter } from '../desk/client-filter.tsx';
import { useCategories, useTeams } from '../desk/names.ts';
import { useCan } from '../session/me.ts';
import { FlowPicture } from './flow-picture.tsx';
import { GroupTable, StepTable } from './flow-tables.tsx';
import { FlowTickets } from './flow-tickets.tsx';
import '../clients/report/report.css';
import './value-streams.css';

const TIMES: Readonly<Record<FlowTime, string>> = { calendar: 'Every hour counts', business: 'Service hours count' };
const GROUPS: Readonly<Record<FlowGroup, string>> = { client: 'Client', team: 'Team', category: 'Category' };

/** How work flows through a stream: where it waits and why, and what stands in the way most. */
export default function StreamPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { at, go } = useAddress();
  const can = useCan();
  const today = dayIn(useNow(), 'UTC');
  const days = daysIn(at) ?? daysOf('this-quarter', today);
  const time = FLOW_TIMES.find((one) => one === at.get('time')) ?? 'calendar';
  const by = FLOW_GROUPS.find((one) => one === at.get('by')) ?? 'client';
  const [client, team, category] = [at.get('client'), at.get('team'), at.get('category')];
  const query = {
    ...{ ...days, time },
    ...(client ? { clientId: client } : {}),
    ...(team ? { teamId: team } : {}),
    ...(category ? { categoryId: category } : {}),
  };
  const stream = useGet('GET /value-streams/{id}', { params: { id } });
  const {
    data: flow,
    error,
    refetch,
  } = useGet('GET /value-streams/{id}/flow', { params: { id }, query: { ...query, by } });
  const teams = useTeams();
  const categories = useCategories();
  const fault = stream.error ?? error;
  return (
    <div className="f-report">
      <PageHead
        title={stream.data?.name ?? 'Value stream'}
        actions={
          can('improvement.manage') &&
          flow?.delay && (
            <Button
              component={Link}
              c="var(--button-color)"
              to="/improvements"
              search={
                {
                  ...{ new: 'wait', stream: id, step: flow.delay.step, cause: flow.delay.cause, ...days },
                  ...(client ? { client } : {}),
                  ...(team ? { team } : {}),
                  ...(category ? { category } : {}),
                } as never
              }
            >
              Open an improvement
            </Button>
          )
        }
      >
        <Link to="/value-streams">All value streams</Link>
      </PageHead>
      <PageBody>
        <PeriodChoice days={days} today={today} onChange={(next) => go({ ...next })} />
        <search className="f-flow-bar">
          <ClientFilter value={client} onChange={(next) => go({ client: next })} />
          <Select
            aria-label="Team"
            placeholder="All teams"
            clearable
            searchable
            data={named(teams)}
            value={team}
            onChange={(next) => go({ team: next })}
          />
          <Select
            aria-label="Category"
            placeholder="All categories"
            clearable
            searchable
            data={categories.map((one) => ({ value: one.id, label: one.path }))}
            value={category}
            onChange={(next) => go({ category: next })}
          />
          <Select
            aria-label="Which time counts"
            data={FLOW_TIMES.map((value) => ({ value, label: TIMES[value] }))}
            value={time}
            onChange={(next) => go({ time: next })}
          />
        </search>
        {fault ? <ErrorState error={fault} onRetry={() => void refetch()} compact /> : null}
        {!flow && !fault && <SkeletonLines lines={10} />}
        {stream.data?.rebuilding && (
          <p className="f-plain f-dim" role="status">
            The past is being worked out; older tickets are still missing.
          </p>
        )}
        {flow?.tickets === 0 && (
          <EmptyState title="Nothing ended in this period">
            Tickets count in the period in which they were solved. Choose another one, or fewer filters.
          </EmptyState>
        )}
        {flow && flow.tickets > 0 && (
          <>
            <p className="f-flow-delay">
              <bdi>{flow.sentence}</bdi>
            </p>
            <Section
              title="Steps"
              help={`${flow.tickets.toLocaleString('en')} tickets ended. Flow efficiency, the share of time in which somebody worked: ${flow.efficiency === null ? '–' : `${Math.round(100 * flow.efficiency)} %`}. Hatched: waits by their cause. Solid: worked on; where nobody recorded time, estimated from the time in which somebody had it in work.`}
            >
              <FlowPicture flow={flow} onStep={(step) => go({ step })} />
              <StepTable flow={flow} />
            </Section>
            <Section title="Where">
              <Select
                label="By"
                data={FLOW_GROUPS.map((value) => ({ value, label: GROUPS[value] }))}
                value={by}
                onChange={(next) => go({ by: next })}
              />
              <GroupTable name={GROUPS[by]} groups={flow.groups} />
            </Section>
            <FlowTickets id={id} flow={flow} query={query} />
          </>
        )}
      </PageBody>
    </div>
  );
}
