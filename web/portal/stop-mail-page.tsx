import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#web/api/client.ts';
import { toProblem } from '#web/api/problem.ts';
import { useDo } from '#web/api/use.ts';
import { useToken } from '#web/ui/door/token.ts';
import { heard } from '#web/ui/words/words.ts';
import { PortalDoor } from './portal-door.tsx';
import { t } from './words/t.ts';
import { useReaderOf } from './words/use-reader-of.ts';

/**
 * The link in a mail by which somebody wants no more mail about announcements. The page only asks; programs that look at links in mail
 * before people do stop nothing, because that takes a press of its button.
 */
export default function StopMailPage() {
  const token = useToken();
  const [stopped, setStopped] = useState(false);
  const seen = useQuery({
    queryKey: ['POST /announcement-mail-links/look', token],
    queryFn: () => call('POST /announcement-mail-links/look', { body: { token } }),
    enabled: token !== '',
    retry: false,
    refetchOnWindowFocus: false,
  });
  useReaderOf(token, seen.data);
  const stop = useDo('POST /announcement-mail-links/stop', { failed: false, onDone: () => setStopped(true) });
  const fault = stop.error ? heard(toProblem(stop.error).message) : null;
  // It looks like the portal of whoever holds the link; a link that is none tells nothing.
  const portal = seen.data?.portal ?? (seen.isFetching ? null : undefined);
  return (
    <PortalDoor title={t('stopMail.title')} portal={portal}>
      {stopped ? (
        <p role="status">{t('stopMail.done')}</p>
      ) : (
        <>
          <p>{t('stopMail.ask')}</p>
          {fault && <p role="alert">{fault}</p>}
          <Button loading={stop.isPending} disabled={token === ''} onClick={() => stop.mutate({ body: { token } })}>
            {t('stopMail.stop')}
          </Button>
        </>
      )}
    </PortalDoor>
  );
}
