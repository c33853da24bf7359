import { Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { FormFault } from '#web/ui/form/shell.tsx';
import { IconBuilding, IconFingerprint } from '#web/ui/icons.ts';
import { passkeysWork, signWithPasskey } from '../session/passkey.ts';

/** Ways to sign in besides a password: a passkey of this device, and the identity providers of the installation. */
export function OtherWays({ returnTo, onDone }: { returnTo: string; onDone(): unknown }) {
  const { data } = useGet('GET /sign-in', {});
  const [busy, setBusy] = useState<string | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const attempt = async (way: string, work: () => Promise<unknown>) => {
    setBusy(way);
    setFault(null);
    await work().catch((error: unknown) => {
      setFault(error);
      setBusy(null);
    });
  };
  const byPasskey = async () => {
    const response = await signWithPasskey(await call('POST /sessions/passkey/options', {}));
    await call('POST /sessions/passkey', { body: { response } });
    await onDone();
  };
  const byProvider = async (key: string) => {
    const { url } = await call('POST /sign-in/oidc/{key}', { params: { key }, body: { returnTo } });
    window.location.assign(url);
  };
  const passkeys = data?.passkeys?.origin === window.location.origin && passkeysWork();
  const providers = data?.providers ?? [];
  if (!passkeys && providers.length === 0) return null;
  return (
    <div className="f-door-ways">
      <p className="f-door-or f-dim">or</p>
      {passkeys && (
        <Button
          variant="default"
          leftSection={<IconFingerprint size={16} aria-hidden="true" />}
          loading={busy === 'passkey'}
          onClick={() => void attempt('passkey', byPasskey)}
        >
          Use a passkey
        </Button>
      )}
      {providers.map(({ key, name }) => (
        <Button
          key={key}
          variant="default"
          leftSection={<IconBuilding size={16} aria-hidden="true" />}
          loading={busy === key}
          onClick={() => void attempt(key, () => byProvider(key))}
        >
          Continue with {name}
        </Button>
      ))}
      <FormFault error={fault} />
    </div>
  );
}
