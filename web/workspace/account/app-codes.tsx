import { useState } from 'react';
import type { TotpStart } from '#client/index.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { send } from '../session/send.ts';
import { AppCodesSetUp } from './app-codes-set-up.tsx';
import { OnBadge, SmallButton } from './parts.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

const TOUCHED = ['GET /me/sign-in', 'GET /me'] as const;

/** Codes from an app as a second factor: setting up with a QR code, recovery codes, switching off. */
export function AppCodes({ on, left }: { on: boolean; left: number }) {
  const [start, setStart] = useState<TotpStart | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const attempt = (what: string, work: () => Promise<unknown>) =>
    void work().catch((error: unknown) => toast.fault(error, what));
  const begin = async () => setStart(await send('POST /me/totp', {}));
  const renew = async () => setCodes((await send('POST /me/recovery-codes', {}, TOUCHED)).codes);
  const off = async () => {
    const sure = await confirm({
      title: 'Turn off codes from your app?',
      body: 'Your password alone will then open your account, unless you have a passkey.',
      action: 'Turn off',
      danger: true,
    });
    if (!sure) return;
    await send('DELETE /me/totp', {}, TOUCHED);
    toast.done('Codes from your app are off');
  };
  return (
    <Section
      title="Codes from an app"
      help={
        on
          ? `Asked for after your password. ${left} recovery ${left === 1 ? 'code is' : 'codes are'} left.`
          : 'A second factor: after your password, six digits from an app on your phone.'
      }
      actions={<OnBadge on={on} />}
    >
      <div className="f-span">
        {on ? (
          <>
            <SmallButton onClick={() => attempt('No new codes', renew)}>New recovery codes</SmallButton>
            <SmallButton onClick={() => attempt('Not turned off', off)}>Turn off</SmallButton>
          </>
        ) : (
          <SmallButton onClick={() => attempt('Not begun', begin)}>Set up</SmallButton>
        )}
      </div>
      <Dialog title="Set up codes from an app" opened={start !== null} onClose={() => setStart(null)} size={480}>
        {start && (
          <AppCodesSetUp
            start={start}
            onCancel={() => setStart(null)}
            onDone={(made) => {
              setStart(null);
              setCodes(made);
            }}
          />
        )}
      </Dialog>
      <Dialog title="Your recovery codes" opened={codes !== null} onClose={() => setCodes(null)} size={480}>
        {codes && <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />}
      </Dialog>
    </Section>
  );
}
