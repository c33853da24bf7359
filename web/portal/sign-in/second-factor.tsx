import { Anchor } from '@mantine/core';
import { call } from '#web/api/client.ts';
import { signOut } from '#web/api/here.ts';
import { PortalDoor } from '../portal-door.tsx';
import { t } from '../words/t.ts';
import { OneField } from './one-field.tsx';

/** The code from the app, or one kept for a lost phone, after the first proof. */
export function SecondFactor({ onDone, onBack }: { onDone(): unknown; onBack(): void }) {
  const back = async () => {
    await signOut();
    onBack();
  };
  return (
    <PortalDoor title={t('factor.title')} intro={t('factor.intro')}>
      <OneField
        field={{ label: t('enter.code'), autoComplete: 'one-time-code', autoCapitalize: 'none', maxLength: 40 }}
        submit={t('frame.signIn')}
        wrong={(text) => (text.replace(/[\s-]/g, '').length < 6 ? t('factor.wrong') : null)}
        refused={t('factor.wrong')}
        send={async (text) => {
          const typed = text.trim();
          const digits = typed.replace(/\s/g, '');
          await call('POST /sessions/second-factor', { body: { code: /^\d{6}$/.test(digits) ? digits : typed } });
          await onDone();
        }}
      />
      <p className="f-dim">{t('factor.lost')}</p>
      <Anchor component="button" type="button" onClick={() => void back()}>
        {t('enter.otherAddress')}
      </Anchor>
    </PortalDoor>
  );
}
