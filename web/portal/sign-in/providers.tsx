import { Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '#web/api/client.ts';
import { t } from '../words/t.ts';

/** Signing in at the company's own identity provider: the browser goes there, and comes back signed in. */
export function Providers({ items }: { items: readonly { id: string; name: string }[] }) {
  const [busy, setBusy] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const go = async (id: string) => {
    setBusy(id);
    setFailed(false);
    try {
      const { url } = await call('POST /portal/sign-in/oidc/{id}', { params: { id } });
      window.location.assign(url);
    } catch {
      setFailed(true);
      setBusy(null);
    }
  };
  return (
    <>
      {items.map(({ id, name }) => (
        <Button key={id} loading={busy === id} disabled={busy !== null} onClick={() => void go(id)}>
          <bdi className="f-cut">{t('enter.continueWith', { name })}</bdi>
        </Button>
      ))}
      {failed && <p role="alert">{t('enter.refused.failed')}</p>}
    </>
  );
}
