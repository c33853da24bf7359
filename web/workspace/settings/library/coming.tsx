import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Recurrence } from '#shared/recurrence.ts';
import { call } from '#web/api/client.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { dayAndTime } from '#web/ui/marks/time.ts';

const TYPING_MS = 250;

/** When a rule would come, while it is being written: the server's own words and times. */
export function Coming({ rule, timeZone }: { rule: Recurrence | null; timeZone: string | null }) {
  const [asked] = useDebouncedValue(JSON.stringify([rule, timeZone]), TYPING_MS);
  const now = useNow();
  const { language } = useReader();
  const { data, error } = useQuery({
    queryKey: ['POST /recurring-tickets/preview', asked],
    queryFn: async ({ signal }) => {
      const [wanted, zone] = JSON.parse(asked) as [Recurrence, string];
      return call('POST /recurring-tickets/preview', { body: { rule: wanted, timeZone: zone } }, { signal });
    },
    enabled: rule !== null && timeZone !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (rule === null || timeZone === null || error) return null;
  return (
    <div className="f-next-times" aria-live="polite">
      <p>
        <strong>{data?.sentence ?? '…'}</strong>
      </p>
      {data?.next.length === 0 && <p>It never comes: it is over already.</p>}
      <ol aria-label="The next times">
        {data?.next.map((at) => (
          <li key={at}>{dayAndTime(at, now, { timeZone, language })}</li>
        ))}
      </ol>
      <p className="f-dim">Times are those of {timeZone}.</p>
    </div>
  );
}
