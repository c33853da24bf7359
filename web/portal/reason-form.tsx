import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { t } from './words/t.ts';

type Props = {
  label: string;
  submit: string;
  /** How many letters a reason has at least. */
  least?: number;
  most: number;
  busy: boolean;
  fault: string | undefined;
  onSend(reason: string): void;
  onCancel(): void;
};

/** Saying no, with the reason. */
export function ReasonForm({ label, submit, least = 1, most, busy, fault, onSend, onCancel }: Props) {
  const [reason, setReason] = useState('');
  return (
    <form
      className="f-portal-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(reason.trim());
      }}
    >
      <Textarea
        label={label}
        autoFocus
        autosize
        minRows={2}
        maxLength={most}
        value={reason}
        error={fault}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="f-portal-buttons">
        <Button type="submit" loading={busy} disabled={reason.trim().length < least}>
          {submit}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
