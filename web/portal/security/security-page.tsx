import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Title } from '../title.tsx';
import { t } from '../words/t.ts';
import { AppCodes } from './app-codes.tsx';
import { ConfirmMe } from './confirm-me.tsx';
import { PasswordSection } from './password-section.tsx';
import { Sessions } from './sessions.tsx';

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
      {guarded && !fresh && <ConfirmMe methods={methods} email={me.email} />}
      {codes && <AppCodes methods={methods} fresh={fresh} />}
      {methods.passwordAllowed && (methods.hasPassword || fresh) && (
        <PasswordSection hasPassword={methods.hasPassword} email={me.email} />
      )}
      <Sessions />
    </>
  );
}
