import { Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '#web/api/client.ts';
import { PortalDoor } from '../portal-door.tsx';
import { t } from '../words/t.ts';

export type Choice = { contactId: string; client: string };

type Props = {
  choices: readonly Choice[];
  /** The proof that was shown already. */
  shown: { token: string } | { email: string; code: string } | { email: string; password: string; for?: string };
  onDone(codeAsked: boolean): unknown;
};

/** Several clients know the address: which of them is meant. Each has a session of its own. */
export function ChooseClient({ choices, shown, onDone }: Props) {
  const [busy, setBusy] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const choose = async (contactId: string) => {
    setBusy(contactId);
    setFailed(false);
    try {
      const { codeAsked } = await call('POST /portal/sessions', { body: { ...shown, contactId } });
      await onDone(codeAsked);
    } catch {
      setFailed(true);
      setBusy(null);
    }
  };
  return (
    <PortalDoor title={t('enter.whichCompany')}>
      {choices.map(({ contactId, client }) => (
        <Button
          key={contactId}
          variant="default"
          loading={busy === contactId}
          disabled={busy !== null}
          onClick={() => void choose(contactId)}
        >
          <bdi className="f-cut">{client}</bdi>
        </Button>
      ))}
      {failed && <p role="alert">{t('enter.notDone')}</p>}
    </PortalDoor>
  );
}
