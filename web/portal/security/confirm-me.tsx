import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SignInMethods } from '#shared/identity.ts';
import { useDo } from '#web/api/use.ts';
import { faultOf } from '../faults.ts';
import { t } from '../words/t.ts';

type Props = { methods: SignInMethods; email: string };

/** A browser left open is not enough to change how somebody signs in: they show their password, or the code of a mail, once more. */
export function ConfirmMe({ methods: { hasPassword, mailProves, totpOn }, email }: Props) {
  const [secret, setSecret] = useState('');
  const [code, setCode] = useState('');
  const ask = useDo('POST /portal/sign-in-mails', { failed: t('common.notSent') });
  const confirm = useDo('POST /me/confirm', { failed: false, refresh: ['GET /me/sign-in'] });
  const byMail = !hasPassword;
  const asked = hasPassword || ask.isSuccess;
  const send = () => {
    const proof = byMail ? { mailCode: secret.replace(/\s/g, '') } : { password: secret };
    confirm.mutate({ body: { ...proof, ...(totpOn ? { code: code.trim() } : {}) } });
  };
  return (
    <section aria-label={t('security.confirm')} className="f-quote">
      <h2>{t('security.confirm')}</h2>
      <p className="f-dim">{t(byMail && !mailProves ? 'security.signInAgain' : 'security.confirmHelp')}</p>
      {byMail && mailProves && !asked && (
        <div className="f-portal-buttons">
          <Button loading={ask.isPending} onClick={() => ask.mutate({ body: { email } })}>
            {t('security.sendCode')}
          </Button>
        </div>
      )}
      {asked && (
        <form
          className="f-portal-form"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <input type="text" autoComplete="username" value={email} readOnly hidden />
          <TextInput
            label={t(byMail ? 'security.mailCode' : 'enter.password')}
            type={byMail ? 'text' : 'password'}
            autoComplete={byMail ? 'one-time-code' : 'current-password'}
            value={secret}
            error={confirm.error && faultOf(confirm.error, byMail ? 'mailCode' : 'password')}
            onChange={(event) => setSecret(event.currentTarget.value)}
          />
          {totpOn && (
            <TextInput
              label={t('factor.appCode')}
              autoComplete="one-time-code"
              value={code}
              error={confirm.error && faultOf(confirm.error, 'code')}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
          )}
          <div className="f-portal-buttons">
            <Button type="submit" loading={confirm.isPending} disabled={secret === '' || (totpOn && code === '')}>
              {t('security.confirmDo')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
