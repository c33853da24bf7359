import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Part, preload } from '#web/ui/load/part.tsx';
import { Title } from '../title.tsx';
import { t } from '../words/t.ts';
import { Sessions } from './sessions.tsx';

const loadCodes = () => import('./app-codes.tsx').then(({ AppCodes }) => AppCodes);
const loadConfirm = () => import('./confirm-me.tsx').then(({ ConfirmMe }) => ConfirmMe);
const loadPassword = () => import('./password-section.tsx').then(({ PasswordSection }) => PasswordSection);
for (const load of [loadCodes, loadConfirm, loadPassword]) preload<unknown>(load);

/** How somebody of a client signs in, and where they are signed in. */
export default function SecurityPage() {
  const { data: me } = useGet('GET /me', {});
  const { data: methods, error, refetch } = useGet('GET /me/sign-in', {});
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!me || !methods) return <SkeletonLines lines={8} />;
  const fresh = Date.parse(methods.freshUntil) > Date.now();
  const codes = methods.secondFactor !== 'off' || methods.totpOn;
  const guarded = codes || (methods.passwordAllowed && !methods.hasPassword);
  return (
    <>
      <Title of={t('security.title')} />
      <h1>{t('security.title')}</h1>
      {me.needsSecondFactor && <p role="status">{t('security.needed')}</p>}
      {guarded && !fresh && (
        <Part load={loadConfirm} waiting={<SkeletonLines lines={2} />}>
          {(ConfirmMe) => <ConfirmMe methods={methods} email={me.email} />}
        </Part>
      )}
      {codes && (
        <Part load={loadCodes} waiting={<SkeletonLines lines={3} />}>
          {(AppCodes) => <AppCodes methods={methods} fresh={fresh} />}
        </Part>
      )}
      {methods.passwordAllowed && (methods.hasPassword || fresh) && (
        <Part load={loadPassword} waiting={<SkeletonLines lines={3} />}>
          {(PasswordSection) => <PasswordSection hasPassword={methods.hasPassword} email={me.email} />}
        </Part>
      )}
      <Sessions />
    </>
  );
}
