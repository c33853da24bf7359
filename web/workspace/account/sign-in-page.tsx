import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { AppCodes } from './app-codes.tsx';
import { Identities } from './identities.tsx';
import { Passkeys } from './passkeys.tsx';
import { PasswordForm } from './password-form.tsx';

/** How one signs in: password, codes from an app, passkeys, and the provider's own sign-in. */
export default function AccountSignInPage() {
  const { data, error, refetch } = useGet('GET /me/sign-in', {});
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Section title="Sign-in">
        <SkeletonLines lines={8} />
      </Section>
    );
  return (
    <>
      <Section title="Password">
        <PasswordForm hasPassword={data.hasPassword} />
      </Section>
      <AppCodes on={data.totpOn} left={data.recoveryCodesLeft} />
      <Passkeys />
      <Identities linked={data.identities} />
    </>
  );
}
