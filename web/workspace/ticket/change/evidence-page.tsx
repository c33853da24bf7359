import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { OUTCOME_NAMES, PLAN_NAMES, PLANS } from '#shared/change-words.ts';
import { useGet } from '#web/api/use.ts';
import { Approvals } from '#web/ui/approvals/approvals.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Facts } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useReader } from '#web/ui/marks/reader.ts';
import { exact } from '#web/ui/marks/time.ts';
import { saveFile } from '#web/ui/save-file.ts';
import { Html } from '#web/ui/text/html.tsx';
import { riskName } from './words.ts';
import './change.css';

/** Everything about one change in one, to print or to keep: what was planned, who decided, what happened and what came of it. */
export default function EvidencePage() {
  const { key } = useParams({ from: '/workspace/tickets/$key/evidence' });
  const { data, error, refetch } = useGet('GET /changes/{idOrKey}/evidence', { params: { idOrKey: key } });
  const reader = useReader();
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <PageBody>
        <SkeletonLines lines={12} />
      </PageBody>
    );
  const { change, description, incidents, timeline, madeAt, madeBy } = data;
  const when = (at: string | null) => at && exact(at, reader);
  return (
    <>
      <PageHead title={`${change.key}: evidence`} />
      <PageBody>
        <article className="f-evidence">
          <p className="f-evidence-tools">
            <Button
              component="a"
              href={`/api/v1/changes/${change.key}/evidence-pack`}
              download
              size="compact-sm"
              c="var(--button-color)"
            >
              Keep as PDF
            </Button>{' '}
            <Button size="compact-sm" variant="default" onClick={() => window.print()}>
              Print
            </Button>{' '}
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => saveFile(`${change.key}-evidence.json`, 'application/json', JSON.stringify(data, null, 2))}
            >
              Keep as JSON
            </Button>{' '}
            <Link to="/tickets/$key" params={{ key: change.key }}>
              Back to {change.key}
            </Link>
          </p>
          <h1>
            {change.key} <bdi>{change.title}</bdi>
          </h1>
          <Facts
            facts={[
              ['Client', <bdi key="client">{change.client.name}</bdi>],
              ['Model', <bdi key="model">{change.model.name}</bdi>],
              ['Reason', change.reason && <bdi key="reason">{change.reason}</bdi>],
              ['Planned', change.plannedStart && `${when(change.plannedStart)} to ${when(change.plannedEnd)}`],
              ['Began', when(change.actualStart)],
              ['Ended', when(change.actualEnd)],
              ['Authorised', change.authorisedAt && `${when(change.authorisedAt)}, ${change.authorisedWhy}`],
              ['Decided afterwards', change.afterwards],
              ['Outcome', change.outcome && OUTCOME_NAMES[change.outcome]],
              ['Touches', [...change.items, ...change.services].map(({ name }) => name).join(', ')],
            ]}
          />
          <Html html={description} />
          {change.risk && (
            <>
              <h2>
                Risk: {riskName(change.risk.level)}, {change.risk.score}
              </h2>
              <ul>
                {change.risk.why.map(({ points, why }) => (
                  <li key={why}>
                    {points}: <bdi>{why}</bdi>
                  </li>
                ))}
              </ul>
            </>
          )}
          {PLANS.filter((plan) => change.plans[plan]).map((plan) => (
            <section key={plan}>
              <h2>{PLAN_NAMES[plan]} plan</h2>
              <Html html={change.plans[plan]} />
            </section>
          ))}
          {change.approvals.length > 0 && <h2>Approval</h2>}
          <Approvals approvals={change.approvals} />
          {change.overrides.map((one) => (
            <p key={one.id}>
              {when(one.at)}: {one.by ?? 'somebody'} let it go on all the same: <bdi>{one.reason}</bdi>
              <br />
              What stood against it: <bdi>{one.against}</bdi>
            </p>
          ))}
          {change.tasks.length > 0 && (
            <>
              <h2>Tasks</h2>
              <ol>
                {change.tasks.map((task) => (
                  <li key={task.id}>
                    <bdi>{task.title}</bdi>: {task.state}
                    {task.doneAt && `, ${task.doneBy}, ${when(task.doneAt)}`}
                  </li>
                ))}
              </ol>
            </>
          )}
          {change.review.at && (
            <>
              <h2>Review</h2>
              <p className="f-change-review">
                <bdi>{change.review.text}</bdi>
              </p>
              <p>
                {change.review.by ?? 'Somebody'}, {when(change.review.at)}
              </p>
            </>
          )}
          <h2>Incidents</h2>
          {incidents.length === 0 && <p>No incident is known to have come of it.</p>}
          <ul>
            {incidents.map((one) => (
              <li key={one.id}>
                {one.key} <bdi>{one.title}</bdi>: {one.linked ? 'came of it' : 'may have come of it'}, {one.evidence}
              </li>
            ))}
          </ul>
          <h2>What happened</h2>
          <ul>
            {timeline.map((entry) => (
              <li key={entry.id}>
                {when(entry.at)} · <bdi>{entry.actor.name}</bdi> <bdi>{entry.sentence}</bdi>
              </li>
            ))}
          </ul>
          <p className="f-dim">
            Made {when(madeAt)} by <bdi>{madeBy}</bdi>
          </p>
        </article>
      </PageBody>
    </>
  );
}
