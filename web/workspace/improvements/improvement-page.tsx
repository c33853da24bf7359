import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImprovementView } from '#shared/improvement.ts';
import {
  IMPROVEMENT_SOURCES,
  IMPROVEMENT_STATUS_KEYS,
  IMPROVEMENT_STATUSES,
  MEASURES,
} from '#shared/improvement-words.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { dayWords } from '#web/ui/answers/day-words.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useCan } from '../session/me.ts';
import { figureWords } from './figures.ts';
import { ImprovementForm } from './improvement-form.tsx';
import { Linked } from './linked.tsx';
import { Links } from './links.tsx';
import { MeasureForm } from './measure-form.tsx';
import '../clients/report/report.css';
import '../value-streams/value-streams.css';
import './improvements.css';

const TOUCHED = ['GET /improvements', 'GET /improvements/{id}'] as const;
const NOTHING = new URLSearchParams();

/** One improvement: how it was, what is aimed at, how it is now, and whether it helped. */
export default function ImprovementPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = useGet('GET /improvements/{id}', { params: { id } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <PageBody>
        <SkeletonLines lines={10} />
      </PageBody>
    );
  return <Entry improvement={data} />;
}

function Entry({ improvement }: { improvement: ImprovementView }) {
  const can = useCan();
  const [editing, setEditing] = useState(false);
  const { id, version, title, status, client, owner, source, measure, idea, learnt } = improvement;
  const move = useDo('PATCH /improvements/{id}', { failed: 'Not moved', refresh: TOUCHED });
  const may = can('improvement.manage');
  return (
    <div className="f-report">
      <PageHead
        title={title}
        actions={
          may && (
            <>
              <Select
                aria-label="Where it stands"
                data={IMPROVEMENT_STATUS_KEYS.map((value) => ({ value, label: IMPROVEMENT_STATUSES[value] }))}
                value={status}
                onChange={(next) =>
                  next && move.mutate({ params: { id }, body: { version, status: next as ImprovementView['status'] } })
                }
              />
              <Button variant="default" onClick={() => setEditing(true)}>
                Edit
              </Button>
            </>
          )
        }
      >
        <Link to="/improvements">All improvements</Link>
      </PageHead>
      <PageBody>
        <Facts
          facts={[
            ['Stands at', IMPROVEMENT_STATUSES[status]],
            ['Owner', owner && <bdi>{owner.name}</bdi>],
            ['Client', client && <bdi>{client.name}</bdi>],
            ['From', source.kind !== 'other' && <From improvement={improvement} />],
            ['Measured by', measure === null ? 'Figures entered by hand' : MEASURES[measure].name],
            ['Measured again on', improvement.measureOn && dayWords(improvement.measureOn)],
          ]}
        />
        {idea !== '' && (
          <p className="f-improvement-words">
            <bdi>{idea}</bdi>
          </p>
        )}
        <Measured improvement={improvement} may={may} />
        <Links improvement={improvement} may={may} />
        {learnt !== '' && (
          <Section title="What came of it">
            <p className="f-improvement-words">
              <bdi>{learnt}</bdi>
            </p>
          </Section>
        )}
      </PageBody>
      <Dialog title="Edit the improvement" opened={editing} onClose={() => setEditing(false)} size={720}>
        <ImprovementForm improvement={improvement} begin={NOTHING} onClose={() => setEditing(false)} />
      </Dialog>
    </div>
  );
}

function From({ improvement: { source } }: { improvement: ImprovementView }) {
  if (source.id && (source.key || source.kind === 'stream' || source.kind === 'service'))
    return <Linked kind={source.key ? 'ticket' : (source.kind as 'stream' | 'service')} link={source} />;
  return <bdi>{source.name || source.text || IMPROVEMENT_SOURCES[source.kind]}</bdi>;
}

function Measured({ improvement, may }: { improvement: ImprovementView; may: boolean }) {
  const { baseline, target, targetOn, readings } = improvement;
  const [latest] = readings;
  const bars = [
    ...(baseline?.figure != null ? [{ name: 'Before', figure: baseline.figure, aimed: false }] : []),
    ...(latest?.figure != null ? [{ name: 'Now', figure: latest.figure, aimed: false }] : []),
    ...(target !== null ? [{ name: 'Target', figure: target, aimed: true }] : []),
  ];
  const most = Math.max(...bars.map(({ figure }) => Math.abs(figure)), 0.001);
  return (
    <Section
      title="Figures"
      help="A baseline keeps what it was measured from, so that the same can be held against it later."
    >
      {latest && <p className="f-flow-delay">{latest.effect.words}</p>}
      {bars.length > 0 && (
        <div className="f-improvement-chart" aria-hidden>
          {bars.map(({ name, figure, aimed }) => (
            <Bar
              key={name}
              name={name}
              figure={figureWords(figure, improvement)}
              aimed={aimed}
              part={Math.abs(figure) / most}
            />
          ))}
        </div>
      )}
      <Sideways label="Figures as a table">
        <table className="f-report-table">
          <caption className="f-hidden">Figures as a table</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Figure</th>
              <th scope="col">Of how many</th>
              <th scope="col">Half lie between</th>
              <th scope="col">Period</th>
              <th scope="col">Against the baseline</th>
            </tr>
          </thead>
          <tbody>
            {readings.map((reading) => (
              <Row key={reading.at} name="Now" reading={reading} improvement={improvement} effect={reading.effect} />
            ))}
            {baseline && <Row name="Baseline" reading={baseline} improvement={improvement} />}
            <tr>
              <th scope="row">Target</th>
              <td>{figureWords(target, improvement)}</td>
              <td />
              <td />
              <td>{targetOn && `by ${dayWords(targetOn)}`}</td>
              <td />
            </tr>
          </tbody>
        </table>
      </Sideways>
      {may && <MeasureForm improvement={improvement} />}
    </Section>
  );
}

function Bar({ name, figure, aimed, part }: { name: string; figure: string; aimed: boolean; part: number }) {
  return (
    <>
      <span>{name}</span>
      <i data-target={aimed || undefined} style={{ width: `${100 * part}%` }} />
      <span>{figure}</span>
    </>
  );
}

type Reading = NonNullable<ImprovementView['baseline']>;
type Effect = ImprovementView['readings'][number]['effect'];

function Row({
  name,
  reading,
  improvement,
  effect,
}: {
  name: string;
  reading: Reading;
  improvement: ImprovementView;
  effect?: Effect;
}) {
  const { figure, n, low, high, from, to } = reading;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{figureWords(figure, improvement)}</td>
      <td>{n}</td>
      <td>
        {low === null || high === null ? '–' : `${figureWords(low, improvement)} and ${figureWords(high, improvement)}`}
      </td>
      <td>
        {dayWords(from)} to {dayWords(to)}
      </td>
      <td>{effect && `${figureWords(effect.difference, improvement)}. ${effect.words}`}</td>
    </tr>
  );
}
