import { Button } from '@mantine/core';
import { useState } from 'react';
import { toProblem } from '#web/api/problem.ts';
import { useDo } from '#web/api/use.ts';
import { useToken } from '#web/ui/door/token.ts';
import { heard } from '#web/ui/words/words.ts';
import { PortalDoor } from './portal-door.tsx';
import { t } from './words/t.ts';

/**
 * The link in a mail by which somebody wants no more mail about announcements. The page only asks; programs that look at links in mail
 * before people do stop nothing, because that takes a press of its button.
 */
export default function StopMailPage() {
  const token = useToken();
  const [stopped, setStopped] = useState(false);
  const stop = useDo('POST /announcement-mail-links/stop', { failed: false, onDone: () => setStopped(true) });
  const fault = stop.error ? heard(toProblem(stop.error).message) : null;
  return (
    <PortalDoor title={t('stopMail.title')}>
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
