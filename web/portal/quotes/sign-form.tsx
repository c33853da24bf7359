import { Button, Checkbox, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { t } from '../words/t.ts';

type Props = {
  consentTo: string;
  submit: string;
  isPending: boolean;
  fault: ReactNode;
  onSign(signed: { name: string; consent: boolean }): void;
  onCancel(): void;
};

/** A signature: the full name and the consent. */
export function SignForm({ consentTo, submit, isPending, fault, onSign, onCancel }: Props) {
  const [name, setName] = useState('');
  const [consent, setConsent] = useState(false);
  return (
    <form
      className="f-portal-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSign({ name: name.trim(), consent });
      }}
    >
      <TextInput
        label={t('quotes.name')}
        autoFocus
        autoComplete="name"
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox label={consentTo} checked={consent} onChange={(event) => setConsent(event.currentTarget.checked)} />
      <p className="f-dim">{t('quotes.whatIsKept')}</p>
      {fault && <p role="alert">{fault}</p>}
      <div className="f-portal-buttons">
        <Button type="submit" loading={isPending} disabled={!consent || name.trim().length < 2}>
          {submit}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
