import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { LETTERS } from '#shared/signature-words.ts';
import { fieldErrors } from '#web/api/problem.ts';
import { faultOf } from '../faults.ts';
import { t } from '../words/t.ts';

type Props = {
  consentTo: string;
  submit: string;
  isPending: boolean;
  fault: Error | null;
  /** The field besides the name that the server finds fault with. */
  field: string;
  onSign(signed: { name: string; consent: boolean }): void;
  onCancel(): void;
};

const NAME = new RegExp(LETTERS, 'u');

/** A signature: the full name and the consent. */
export function SignForm({ consentTo, submit, isPending, fault, field, onSign, onCancel }: Props) {
  const [name, setName] = useState('');
  const [consent, setConsent] = useState(false);
  const wrongName = fault && fieldErrors(fault)['name'];
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
        error={wrongName}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox
        size="lg"
        label={consentTo}
        checked={consent}
        onChange={(event) => setConsent(event.currentTarget.checked)}
      />
      <p className="f-dim">{t('quotes.whatIsKept')}</p>
      {fault && !wrongName && <p role="alert">{faultOf(fault, field)}</p>}
      <div className="f-portal-buttons">
        <Button type="submit" loading={isPending} disabled={!consent || !NAME.test(name)}>
          {submit}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
