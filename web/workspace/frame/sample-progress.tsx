import { Progress } from '@mantine/core';
import { useEffect } from 'react';
import { queryClient, useGet } from '#web/api/use.ts';

const EVERY_MS = 3_000;
/** A load that was asked for a moment ago has not begun yet; after so many looks there is none. */
const LOOKS = 5;

/** How far the sample MSP is while it loads. What it brings is history and tells no open screen, so lists are read again as it goes on. */
export function SampleProgress() {
  const { data } = useGet(
    'GET /sample',
    {},
    {
      refetchInterval: ({ state }) => {
        const progress = state.data?.progress;
        if (progress) return progress.finishedAt === null ? EVERY_MS : false;
        return state.dataUpdateCount < LOOKS ? EVERY_MS : false;
      },
    },
  );
  const progress = data?.progress;
  const done = progress?.done ?? 0;
  useEffect(() => {
    if (done === 0) return;
    for (const key of ['GET /tickets', 'GET /views/counts', 'GET /clients'])
      void queryClient.invalidateQueries({ queryKey: [key] });
  }, [done]);
  if (!progress || progress.finishedAt !== null) return null;
  const words = `Loading the sample: ${done.toLocaleString('en')} of ${progress.total.toLocaleString('en')} tickets`;
  return (
    <span className="f-activity">
      {words}
      <Progress value={(100 * done) / Math.max(1, progress.total)} w={96} size="xs" aria-label={words} />
    </span>
  );
}
