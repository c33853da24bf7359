import { Anchor } from '@mantine/core';
import { useState } from 'react';
import { call } from '#web/api/client.ts';
import { usePortalCode } from '../brand.ts';
import { PortalDoor } from '../portal-door.tsx';
import { t } from '../words/t.ts';
import { type Choice, ChooseClient } from './choose-client.tsx';
import { OneField } from './one-field.tsx';

type Props = {
  email: string;
  /** Whether a mail with a link signs in as well, and whether one to choose a password can be sent. */
  ways: { mail: boolean; passwordMail: boolean };
  onDone(codeAsked: boolean): unknown;
  onMail(): void;
  onForgotten(): void;
  onBack(): void;
};

/** The password that belongs to an address, and what there is besides. It is asked for whoever has the address, if anybody. */
export function EnterPassword({ email, ways, onDone, onMail, onForgotten, onBack }: Props) {
  const code = usePortalCode();
  const door = code ? { for: code } : {};
  const [several, setSeveral] = useState<{ choices: readonly Choice[]; password: string } | null>(null);
  const [failed, setFailed] = useState(false);
  const send = async (operation: 'POST /portal/sign-in-mails' | 'POST /portal/password-mails', then: () => void) => {
    setFailed(false);
    try {
      await call(operation, { body: { email, ...door } });
      then();
    } catch {
      setFailed(true);
    }
  };
  if (several)
    return (
      <ChooseClient choices={several.choices} shown={{ email, password: several.password, ...door }} onDone={onDone} />
    );
  return (
    <PortalDoor title={t('frame.signIn')} intro={<bdi className="f-cut">{email}</bdi>}>
      <OneField
        account={email}
        field={{ label: t('enter.password'), type: 'password', autoComplete: 'current-password', maxLength: 128 }}
        submit={t('frame.signIn')}
        wrong={(text) => (text === '' ? t('enter.passwordMissing') : null)}
        refused={t('enter.passwordWrong')}
        send={async (password) => {
          const answer = await call('POST /portal/sessions', { body: { email, password, ...door } });
          if (answer.choices.length > 0) setSeveral({ choices: answer.choices, password });
          else await onDone(answer.codeAsked);
        }}
      />
      {failed && <p role="alert">{t('enter.notDone')}</p>}
      {ways.mail && (
        <Anchor component="button" type="button" onClick={() => void send('POST /portal/sign-in-mails', onMail)}>
          {t('enter.linkInstead')}
        </Anchor>
      )}
      {ways.passwordMail && (
        <Anchor component="button" type="button" onClick={() => void send('POST /portal/password-mails', onForgotten)}>
          {t('enter.forgotten')}
        </Anchor>
      )}
      <Anchor component="button" type="button" onClick={onBack}>
        {t('enter.otherAddress')}
      </Anchor>
    </PortalDoor>
  );
}
