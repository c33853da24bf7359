import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useGet } from '#web/api/use.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { Online, StateBadge } from '../../estate/columns.tsx';
import { asBranches } from './branches.ts';

const Picture = lazy(() => import('../../estate/picture.tsx'));
/** A picture of more says nothing; the list has them all. */
const PICTURED = 120;
const SHOWN = 12;

/** A client's services, and below each what it stands on; as a list, and as a picture for whoever wants one. */
export function ServiceMap({ clientId }: { clientId: string }) {
  const [whole, setWhole] = useState(false);
  const [pictured, setPictured] = useState(false);
  const { data } = useGet('GET /clients/{id}/service-map', { params: { id: clientId } });
  if (!data || data.items.length === 0) return null;
  const branches = asBranches(data.items);
  return (
    <Section
      title="Service map"
      help="Services, and below each what it stands on. What serves several stands below the nearest."
      actions={
        <Button variant="default" size="compact-sm" aria-expanded={pictured} onClick={() => setPictured(!pictured)}>
          {pictured ? 'Hide the picture' : 'Show a picture'}
        </Button>
      }
    >
      {pictured && (
        <Suspense fallback={<SkeletonLines lines={10} />}>
          <Picture items={data.items.slice(0, PICTURED)} relations={data.relations} />
        </Suspense>
      )}
      <ol className="f-impact-list">
        {(whole ? branches : branches.slice(0, SHOWN)).map(({ item, depth }) => (
          <li key={item.id} style={{ '--depth': depth } as never}>
            <Link to="/estate/$id" params={{ id: item.id }}>
              <bdi>{item.name}</bdi>
            </Link>{' '}
            <span className="f-dim">{item.className}</span> <StateBadge state={item.state} />{' '}
            <Online online={item.online} />
            {depth > 0 && <span className="f-hidden">, level {depth + 1}</span>}
          </li>
        ))}
      </ol>
      {branches.length > SHOWN && (
        <Button
          variant="subtle"
          size="compact-sm"
          className="f-start"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {whole ? 'Show fewer' : `Show all ${branches.length}`}
        </Button>
      )}
    </Section>
  );
}
