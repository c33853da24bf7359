import { Button } from '@mantine/core';
import type { AgendaEntry } from '#shared/cab.ts';
import { useDo } from '#web/api/use.ts';
import { TOUCHED } from './touched.ts';

type Props = { meetingId: string; entry: AgendaEntry };

/** Asks whoever is not there for their vote by mail; nothing once everybody is there, has voted, or holds a link. */
export function AskAbsent({ meetingId, entry }: Props) {
  const ask = useDo('POST /cab-meetings/{meetingId}/agenda/{changeId}/ask-absent', {
    failed: 'Nobody was asked',
    refresh: TOUCHED,
  });
  const absent = entry.voters.filter(({ present, vote, askedByMail }) => !present && vote === null && !askedByMail);
  if (absent.length === 0 || entry.outcome !== null) return null;
  return (
    <div className="f-slots">
      <Button
        size="compact-sm"
        variant="default"
        disabled={ask.isPending}
        onClick={() => ask.mutate({ params: { meetingId, changeId: entry.change.id } })}
      >
        {absent.length === 1
          ? 'Ask by mail whoever is not there'
          : `Ask by mail the ${absent.length} who are not there`}
      </Button>
    </div>
  );
}
