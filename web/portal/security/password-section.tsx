import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { PASSWORD_LENGTH } from '#shared/sign-in-words.ts';
import { fieldErrors } from '#web/api/problem.ts';
import { useDo } from '#web/api/use.ts';
import { faultOf } from '../faults.ts';
import { t } from '../words/t.ts';

/** Choosing a first password, or changing the one there is; the other places where somebody is signed in end with it. */
export function PasswordSection({ hasPassword, email }: { hasPassword: boolean; email: string }) {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const save = useDo('POST /me/password', {
    failed: false,
    refresh: ['GET /me/sign-in', 'GET /me/sessions'],
    onDone: () => {
      setCurrent('');
      setPassword('');
    },
  });
  const wrong = save.error ? fieldErrors(save.error) : {};
  const title = t(hasPassword ? 'password.change' : 'password.set');
  return (
    <section aria-label={title} className="f-quote">
      <h2>{title}</h2>
      <p className="f-dim">{t('password.advice', { least: PASSWORD_LENGTH.least })}</p>
      <form
        className="f-portal-form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ body: { password, ...(hasPassword ? { current } : {}) } });
        }}
      >
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        {hasPassword && (
          <TextInput
            label={t('password.current')}
            type="password"
            autoComplete="current-password"
            maxLength={PASSWORD_LENGTH.most}
            value={current}
            error={wrong['current'] && faultOf(save.error, 'current')}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
        )}
        <TextInput
          label={t('password.new')}
          type="password"
          autoComplete="new-password"
          maxLength={PASSWORD_LENGTH.most}
          value={password}
          error={save.error && !wrong['current'] && faultOf(save.error, 'password')}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <div className="f-portal-buttons">
          <Button
            type="submit"
            variant="default"
            loading={save.isPending}
            disabled={password.length < PASSWORD_LENGTH.least || (hasPassword && current === '')}
          >
            {t('password.save')}
          </Button>
        </div>
        {save.isSuccess && password === '' && <p role="status">{t('password.saved')}</p>}
      </form>
    </section>
  );
}
