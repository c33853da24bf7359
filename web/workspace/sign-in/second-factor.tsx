import { Anchor, Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useDo } from '#web/api/use.ts';
import { Door } from './door.tsx';
import { Fault } from './fault.tsx';

/** The second step of signing in: the app's six digits, or a recovery code. */
export function SecondFactorForm({ onDone, onBack }: { onDone(): unknown; onBack(): void }) {
  const [code, setCode] = useState('');
  const check = useDo('POST /sessions/second-factor', { failed: false, onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    check.mutate({ body: { code: code.trim() } });
  };
  return (
    <Door title="One more step" intro="Type the six digits from your authenticator app, or one of your recovery codes.">
      <form className="f-door-form" onSubmit={submit}>
        <TextInput
          label="Code"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          minLength={6}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoFocus
        />
        <Fault error={check.error} />
        <Button type="submit" loading={check.isPending} fullWidth>
          Go on
        </Button>
        <Anchor component="button" type="button" onClick={onBack}>
          Sign in as somebody else
        </Anchor>
      </form>
    </Door>
  );
}
