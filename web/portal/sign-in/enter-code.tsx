import { Anchor } from '@mantine/core';
import { useState } from 'react';
import { call } from '#web/api/client.ts';
import { PortalDoor } from '../portal-door.tsx';
import { Say, t } from '../words/t.ts';
import { type Choice, ChooseClient } from './choose-client.tsx';
import { OneField } from './one-field.tsx';

/** After a mail was asked for: its link may be opened anywhere, its code is typed here. */
export function EnterCode({
  email,
  onDone,
  onBack,
}: {
  email: string;
  onDone(codeAsked: boolean): unknown;
  onBack(): void;
}) {
  const [several, setSeveral] = useState<{ choices: readonly Choice[]; code: string } | null>(null);
  if (several) return <ChooseClient choices={several.choices} shown={{ email, code: several.code }} onDone={onDone} />;
  return (
    <PortalDoor
      title={t('frame.signIn')}
      intro={<Say it="enter.onItsWay" email={<bdi className="f-cut">{email}</bdi>} />}
    >
      <OneField
        field={{ label: t('enter.code'), autoComplete: 'one-time-code', inputMode: 'numeric', maxLength: 12 }}
        submit={t('frame.signIn')}
        wrong={(text) => (/^\d{6}$/.test(plain(text)) ? null : t('enter.codeWrong'))}
        refused={t('enter.codeWrong')}
        send={async (text) => {
          const code = plain(text);
          const answer = await call('POST /portal/sessions', { body: { email, code } });
          if (answer.choices.length > 0) setSeveral({ choices: answer.choices, code });
          else await onDone(answer.codeAsked);
        }}
      />
      <Anchor component="button" type="button" onClick={onBack}>
        {t('enter.otherAddress')}
      </Anchor>
    </PortalDoor>
  );
}

/** As it was meant: people type and paste blanks. */
const plain = (code: string) => code.replace(/\s/g, '');
