import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PortalSignIn } from '#shared/portal-sign-in.ts';
import { call } from '#web/api/client.ts';
import { t } from '../words/t.ts';

/** Signing in at the company's own identity provider: the browser goes there, and comes back signed in. */
export function Providers({ items }: { items: PortalSignIn['providers'] }) {
  const [busy, setBusy] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const go = async ({ id, kind }: PortalSignIn['providers'][number]) => {
    setBusy(id);
    setFailed(false);
    try {
      const { url } =
        kind === 'saml'
          ? await call('POST /portal/sign-in/saml/{id}', { params: { id } })
          : await call('POST /portal/sign-in/oidc/{id}', { params: { id } });
      window.location.assign(url);
    } catch {
      setFailed(true);
      setBusy(null);
    }
  };
  return (
    <>
      {items.map((item) => (
        <Button key={item.id} loading={busy === item.id} disabled={busy !== null} onClick={() => void go(item)}>
          <bdi className="f-cut">{t('enter.continueWith', { name: item.name })}</bdi>
        </Button>
      ))}
      {failed && <p role="alert">{t('enter.refused.failed')}</p>}
    </>
  );
}
