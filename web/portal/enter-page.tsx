import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { toProblem } from '#web/api/problem.ts';
import { queryClient, useDo } from '#web/api/use.ts';
import { forgetToken, useToken } from '#web/ui/door/token.ts';
import { PortalDoor } from './portal-door.tsx';
import { t } from './words/t.ts';

/**
 * The link by which somebody of a client signs in. It works once, so it takes a press of a button: programs that look at links in
 * mail before people do would use it up.
 */
export default function EnterPage() {
  const token = useToken();
  const navigate = useNavigate();
  const enter = useDo('POST /portal/sessions', {
    failed: false,
    onDone: async () => {
      forgetToken();
      queryClient.clear();
      await navigate({ to: '/portal', replace: true });
    },
  });
  const fault = enter.error && toProblem(enter.error);
  // Refused for what it is, and not because the server could not be asked.
  const used = fault?.status === 422;
  if (!token || used)
    return (
      <PortalDoor title={used ? t('enter.used') : t('enter.needed')}>
        <p>{t('enter.askForOne')}</p>
      </PortalDoor>
    );
  return (
    <PortalDoor title={t('enter.title')} intro={t('enter.intro')}>
      {fault && <p role="alert">{fault.message}</p>}
      <Button autoFocus loading={enter.isPending} onClick={() => enter.mutate({ body: { token } })}>
        {t('frame.signIn')}
      </Button>
    </PortalDoor>
  );
}
