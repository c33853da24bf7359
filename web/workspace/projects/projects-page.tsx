import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ProjectRow } from '#shared/project.ts';
import { CHARGED_WORDS, PROJECT_STATE_WORDS, PROJECT_STATES } from '#shared/project-words.ts';
import { useGet } from '#web/api/use.ts';
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
import { ProjectForm } from './project-form.tsx';
import { ProjectTabs } from './tabs.tsx';
import { hoursWords, spanWords } from './words.ts';
import '../clients/report/report.css';
import '../billing/billing.css';
import './projects.css';

/** The projects that the reader sees: what is under way first. */
export default function ProjectsPage() {
  const { at, go } = useAddress();
  const can = useCan();
  const navigate = useNavigate();
  const client = at.get('client');
  const state = PROJECT_STATES.find((one) => one === at.get('state'));
  const query = { ...(client ? { clientId: client } : {}), ...(state ? { state } : {}) };
  const { data, error, refetch } = useGet('GET /projects', { query });
  const add = can('project.manage') && <Button onClick={() => go({ new: 'project' })}>New project</Button>;
  return (
    <div className="f-report">
      <PageHead title="Projects" actions={add}>
        <ProjectTabs />
      </PageHead>
      <PageBody>
        <search className="f-billing-bar">
          <ClientFilter value={client} onChange={(next) => go({ client: next })} />
          <Select
            aria-label="Where it stands"
            data={[
              { value: '', label: 'Wherever it stands' },
              ...PROJECT_STATES.map((value) => ({ value, label: PROJECT_STATE_WORDS[value] })),
            ]}
            value={state ?? ''}
            onChange={(next) => go({ state: next || null })}
          />
        </search>
        {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={8} />}
        {data?.items.length === 0 && (
          <EmptyState title="No projects here" action={add}>
            A project is work that is planned as a whole: phases with tasks, milestones, and a budget.
          </EmptyState>
        )}
        {data && data.items.length > 0 && <List rows={data.items} />}
      </PageBody>
      <Dialog title="New project" opened={at.get('new') !== null} onClose={() => go({ new: null })} size={680}>
        <ProjectForm
          project={null}
          clientId={client}
          onClose={() => go({ new: null })}
          onMade={(id) => void navigate({ to: '/projects/$id', params: { id } })}
        />
      </Dialog>
    </div>
  );
}

const List = ({ rows }: { rows: readonly ProjectRow[] }) => (
  <Sideways label="Projects as a table">
    <table className="f-report-table">
      <caption className="f-hidden">Projects</caption>
      <thead>
        <tr>
          <th scope="col">Project</th>
          <th scope="col">Client</th>
          <th scope="col">Stands at</th>
          <th scope="col">Days</th>
          <th scope="col" className="f-money">
            Tasks
          </th>
          <th scope="col" className="f-money">
            Worked
          </th>
          <th scope="col">Manager</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link to="/projects/$id" params={{ id: row.id }}>
                {row.key} <bdi>{row.name}</bdi>
              </Link>
              <div className="f-dim">{CHARGED_WORDS[row.charged].name}</div>
            </th>
            <td>
              <bdi>{row.client.name}</bdi>
            </td>
            <td>
              {PROJECT_STATE_WORDS[row.state]}
              {row.late && <div className="f-project-late">Late</div>}
            </td>
            <td>{spanWords({ starts: row.begins, ends: row.ends })}</td>
            <td className="f-money">
              {row.tasksDone} of {row.tasks} done
            </td>
            <td className="f-money">{hoursWords(row)}</td>
            <td>{row.manager ? <bdi>{row.manager.name}</bdi> : <span className="f-dim">Nobody</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Sideways>
);
