import { Button, CopyButton, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TotpStart } from '#client/index.ts';
import type { SignInMethods } from '#shared/identity.ts';
import { useDo } from '#web/api/use.ts';
import { CodeList } from '#web/ui/codes/code-list.tsx';
import { QrCode } from '#web/ui/codes/qr.tsx';
import { faultOf } from '../faults.ts';
import { t } from '../words/t.ts';

const TOUCHED = ['GET /me/sign-in', 'GET /me'] as const;

/** Codes from an app as a second factor: set up with a QR code, renewed, turned off. `fresh`: changes need no confirmation now. */
export function AppCodes({ methods, fresh }: { methods: SignInMethods; fresh: boolean }) {
  const { totpOn, recoveryCodesLeft, secondFactor } = methods;
  const [start, setStart] = useState<TotpStart | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const failed = t('security.notDone');
  const begin = useDo('POST /me/totp', { failed, refresh: ['GET /me/sign-in'], onDone: setStart });
  const renew = useDo('POST /me/recovery-codes', { failed, refresh: TOUCHED, onDone: (made) => setCodes(made.codes) });
  const off = useDo('DELETE /me/totp', { failed, refresh: TOUCHED });
  if (codes) return <Kept codes={codes} onDone={() => setCodes(null)} />;
  if (start && !totpOn)
    return (
      <SetUp
        start={start}
        onCancel={() => setStart(null)}
        onDone={(made) => {
          setStart(null);
          setCodes(made);
        }}
      />
    );
  return (
    <section aria-label={t('codes.title')} className="f-quote">
      <h2>{t('codes.title')}</h2>
      <p className="f-dim">
        {totpOn
          ? t('codes.on', { count: recoveryCodesLeft })
          : t(secondFactor === 'off' ? 'codes.notAsked' : 'codes.off')}
      </p>
      {fresh && (
        <div className="f-portal-buttons">
          {totpOn ? (
            <>
              <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate({})}>
                {t('codes.renew')}
              </Button>
              {secondFactor !== 'required' && (
                <Button variant="default" loading={off.isPending} onClick={() => off.mutate({})}>
                  {t('codes.turnOff')}
                </Button>
              )}
            </>
          ) : (
            <Button loading={begin.isPending} onClick={() => begin.mutate({})}>
              {t('codes.setUp')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

type SetUpProps = { start: TotpStart; onCancel(): void; onDone(codes: readonly string[]): void };

/** The QR code to scan, and the first code as proof that the app has it. */
function SetUp({ start, onCancel, onDone }: SetUpProps) {
  const [code, setCode] = useState('');
  const confirm = useDo('POST /me/totp/confirm', {
    failed: false,
    refresh: TOUCHED,
    onDone: (made) => onDone(made.codes),
  });
  return (
    <section aria-label={t('codes.setUp')} className="f-quote">
      <h2>{t('codes.setUp')}</h2>
      <p>{t('codes.scan')}</p>
      <QrCode qr={start.qr} size={start.size} label={t('codes.qr')} />
      <p className="f-dim f-secret">{t('codes.typeKey', { key: start.secret.match(/.{1,4}/g)?.join(' ') ?? '' })}</p>
      <form
        className="f-portal-form"
        onSubmit={(event) => {
          event.preventDefault();
          confirm.mutate({ body: { code: code.replace(/\s/g, '') } });
        }}
      >
        <TextInput
          label={t('codes.first')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          value={code}
          error={confirm.error && faultOf(confirm.error, 'code')}
          data-autofocus
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <div className="f-portal-buttons">
          <Button type="submit" loading={confirm.isPending} disabled={!/^\d{6}$/.test(code.replace(/\s/g, ''))}>
            {t('codes.turnOn')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** The codes that stand in for a lost phone, shown this once. */
function Kept({ codes, onDone }: { codes: readonly string[]; onDone(): void }) {
  return (
    <section aria-label={t('codes.recovery')} className="f-quote">
      <h2>{t('codes.recovery')}</h2>
      <p role="status">{t('codes.keep')}</p>
      <CodeList codes={codes} />
      <div className="f-portal-buttons">
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? 'codes.copied' : 'codes.copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onDone}>{t('codes.kept')}</Button>
      </div>
    </section>
  );
}
