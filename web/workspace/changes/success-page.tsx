import type { ReactNode } from 'react';
import type { ChangeSuccess } from '#shared/change.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useMe } from '../session/me.ts';
import { ChangeTabs } from './tabs.tsx';
import './changes.css';

const DAYS = ['30', '90', '365'].map((value) => ({ value, label: `The last ${value} days` }));
const DAY_MS = 86_400_000;

/** How changes went: by model, team and client, and which incidents came of them. */
export default function SuccessPage() {
  const me = useMe();
  const { at, go } = useAddress();
  const days = at.get('days') ?? '90';
  const [now, back] = [Date.now(), Number(days) * DAY_MS];
  const query = { from: dayIn(now - back, me.timeZone), until: dayIn(now, me.timeZone) };
  const { data, error, refetch } = useGet('GET /changes/success', { query });
  return (
    <>
      <PageHead title="How changes went">
        <ChangeTabs />
      </PageHead>
      <PageBody>
        <div className="f-success-span">
          <Select
            aria-label="How far back"
            data={DAYS}
            value={days}
            onChange={(next) => go({ days: next })}
            allowDeselect={false}
          />
        </div>
        {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={8} />}
        {data?.all.implemented === 0 && (
          <EmptyState title="No change has ended in that time">
            Once changes end, it stands here how they went, by model, team and client.
          </EmptyState>
        )}
        {data && data.all.implemented > 0 && <Rates success={data} />}
        {data && data.caused.length > 0 && (
          <Section title="Incidents that came of changes" help="By the client that had them.">
            <Table label="Incidents by client" heads={['Client', 'Incidents', 'Of so many changes']}>
              {data.caused.map(({ id, name, incidents, changes }) => (
                <tr key={id}>
                  <th scope="row">
                    <bdi>{name}</bdi>
                  </th>
                  <td>{incidents.toLocaleString('en')}</td>
                  <td>{changes.toLocaleString('en')}</td>
                </tr>
              ))}
            </Table>
          </Section>
        )}
      </PageBody>
    </>
  );
}

type Ended = ChangeSuccess['all'];
/** Of those that ended, how many went as planned and caused nothing that anybody knows of. */
const rateOf = ({ implemented, successful }: Ended): string =>
  implemented === 0 ? '' : `${Math.round((successful / implemented) * 100)} %`;

function Rates({ success: { all, models, teams, clients } }: { success: ChangeSuccess }) {
  return (
    <>
      <p className="f-plain">
        {all.implemented.toLocaleString('en')} ended, {rateOf(all)} successfully; {all.withIssues} with issues,{' '}
        {all.failed} failed, {all.backedOut} backed out. {all.emergencies}{' '}
        {all.emergencies === 1 ? 'was an emergency' : 'were emergencies'}; of {all.causing} an incident came.
      </p>
      <Group title="By model" one="Model" rows={models} />
      <Group title="By team" one="Team" rows={teams} />
      <Group title="By client" one="Client" rows={clients} />
    </>
  );
}

type Row = Ended & { id: string | null; name: string };

function Group({ title, one, rows }: { title: string; one: string; rows: readonly Row[] }) {
  return (
    <Section title={title}>
      <Table
        label={`How changes went, ${title.toLowerCase()}`}
        heads={[one, 'Ended', 'Successful', 'With issues', 'Failed', 'Backed out', 'Caused an incident']}
      >
        {rows.map((row) => (
          <tr key={row.id ?? ''}>
            <th scope="row">
              <bdi>{row.name}</bdi>
            </th>
            <td>{row.implemented.toLocaleString('en')}</td>
            <td>{rateOf(row)}</td>
            <td>{row.withIssues}</td>
            <td>{row.failed}</td>
            <td>{row.backedOut}</td>
            <td>{row.causing}</td>
          </tr>
        ))}
      </Table>
    </Section>
  );
}

function Table({ label, heads, children }: { label: string; heads: readonly string[]; children: ReactNode }) {
  return (
    <Sideways label={label}>
      <table className="f-success">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Sideways>
  );
}
