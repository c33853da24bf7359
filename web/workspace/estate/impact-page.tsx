import { SegmentedControl } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { Impact } from '#shared/estate-relations.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { Online, StateBadge } from './columns.tsx';
import './estate.css';

const Picture = lazy(() => import('./picture.tsx'));
/** A picture of more says nothing; the list has them all. */
const PICTURED = 120;
const LISTED = 500;

/** What is hurt if an item fails, or what it needs itself: as a picture and as a list. */
export default function ImpactPage() {
  const { id } = useParams({ from: '/workspace/estate/$id/impact' });
  const { at, go } = useAddress();
  const towards = at.get('towards') === 'causes' ? 'causes' : 'effects';
  const { data, error, refetch } = useGet('GET /items/{id}/impact', { params: { id }, query: { towards } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHead title={data ? `What hangs on ${data.start.name}` : 'What hangs on it'} />
      <PageBody aside={data && <Touched impact={data} />}>
        <p className="f-plain">
          <Link to="/estate/$id" params={{ id }}>
            <bdi>{data?.start.name ?? 'The item'}</bdi>
          </Link>
        </p>
        <SegmentedControl
          aria-label="Which way"
          value={towards}
          onChange={(next) => go({ towards: next === 'causes' ? 'causes' : null })}
          data={[
            { value: 'effects', label: 'What fails with it' },
            { value: 'causes', label: 'What it needs' },
          ]}
        />
        {data ? <Shown impact={data} towards={towards} /> : <SkeletonLines lines={12} />}
      </PageBody>
    </>
  );
}

function Shown({ impact, towards }: { impact: Impact; towards: 'effects' | 'causes' }) {
  const { items, start } = impact;
  if (items.length === 0)
    return (
      <p>
        {towards === 'effects'
          ? 'As far as is known, nothing else fails with it.'
          : 'As far as is known, it needs nothing else.'}
      </p>
    );
  const how = hangingBy(impact);
  return (
    <>
      <p role="status">
        {items.length.toLocaleString()} {items.length === 1 ? 'item' : 'items'}, the farthest {items.at(-1)?.depth}{' '}
        {items.at(-1)?.depth === 1 ? 'step' : 'steps'} away
        {items.length > PICTURED && `; the picture shows the nearest ${PICTURED}`}
      </p>
      <Suspense fallback={<SkeletonLines lines={10} />}>
        <Picture items={[start, ...items.slice(0, PICTURED)]} relations={impact.relations} />
      </Suspense>
      <Section title="The same as a list">
        <ol className="f-impact-list">
          {items.slice(0, LISTED).map((one) => (
            <li key={one.id} style={{ '--depth': one.depth - 1 } as never}>
              <Link to="/estate/$id" params={{ id: one.id }}>
                <bdi>{one.name}</bdi>
              </Link>{' '}
              <span className="f-dim">{one.className}</span>
              {how(one)} <StateBadge state={one.state} /> <Online online={one.online} />
            </li>
          ))}
        </ol>
        {items.length > LISTED && <p className="f-dim">and {(items.length - LISTED).toLocaleString()} more</p>}
      </Section>
    </>
  );
}

/** Says of an item by what relation it was reached, and from where. */
function hangingBy({ start, items, relations }: Impact) {
  const names = new Map([start, ...items].map(({ id, name }) => [id, name]));
  const words = new Map(
    relations.flatMap(({ fromId, toId, words, inverse }) => [
      [`${toId} ${fromId}`, inverse] as const,
      [`${fromId} ${toId}`, words] as const,
    ]),
  );
  return ({ id, via }: Impact['start']) => {
    const from = via ?? start.id;
    const by = words.get(`${id} ${from}`);
    if (!by) return null;
    return (
      <span className="f-dim">
        {' '}
        {by} <bdi>{names.get(from)}</bdi>
      </span>
    );
  };
}

function Touched({ impact: { contacts, services } }: { impact: Impact }) {
  return (
    <>
      <Section title="Services">
        {services.length === 0 && <p className="f-dim">None that is known.</p>}
        <ul className="f-lines">
          {services.map(({ id, name }) => (
            <li key={id}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="People">
        {contacts.length === 0 && <p className="f-dim">None that is known.</p>}
        <ul className="f-lines">
          {contacts.slice(0, 100).map(({ id, name, isOwner }) => (
            <li key={id}>
              <Link to="/contacts/$id" params={{ id }}>
                <bdi>{name}</bdi>
              </Link>
              {!isOwner && <span className="f-dim">used one last</span>}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
