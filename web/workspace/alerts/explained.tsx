import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { usePages } from '#web/api/use-pages.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { AlertBadge } from './marks.tsx';

/** The alerts that another explains, more of them when asked. */
export function Explained({ id, count }: { id: string; count: number }) {
  const { rows, more, reading } = usePages('GET /alerts', { causeId: id });
  return (
    <Section title={count === 1 ? 'It explains another' : `It explains ${count.toLocaleString('en')} others`}>
      {reading.isPending && <SkeletonLines lines={4} />}
      <ul className="f-lines f-alert-explained">
        {rows.map((one) => (
          <li key={one.id}>
            <Link to="/alerts/$id" params={{ id: one.id }} className="f-cut">
              <bdi>{one.title}</bdi>
            </Link>
            <AlertBadge alert={one} />
          </li>
        ))}
      </ul>
      {more && (
        <Button variant="default" size="compact-sm" onClick={more} loading={reading.isFetchingNextPage}>
          More
        </Button>
      )}
    </Section>
  );
}
