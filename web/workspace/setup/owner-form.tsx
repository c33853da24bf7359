import { Anchor, Button, PasswordInput, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { fieldErrors } from '#web/api/problem.ts';
import { queryClient, useDo } from '#web/api/use.ts';
import { Door } from '../sign-in/door.tsx';
import { Fault } from '../sign-in/fault.tsx';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const ZONES = [...new Set([HERE, 'UTC', ...Intl.supportedValuesOf('timeZone')])];

type Props = { token: string; mode: 'own' | 'sample'; onBack(): void; onDone(): unknown };

/** Who owns this installation. The password is theirs; no default one exists. */
export function OwnerForm({ token, mode, onBack, onDone }: Props) {
  const sample = mode === 'sample';
  const [values, setValues] = useState({
    mspName: sample ? 'Harbour IT' : '',
    timeZone: sample ? 'Australia/Sydney' : HERE,
    name: '',
    email: '',
    password: '',
  });
  const setUp = useDo('POST /setup', {
    failed: false,
    onDone: () => {
      queryClient.clear();
      return onDone();
    },
  });
  const errors = fieldErrors(setUp.error);
  const field = (name: keyof typeof values) => ({
    value: values[name],
    error: errors[name],
    required: true,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((now) => ({ ...now, [name]: value }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setUp.mutate({ body: { token, mode, ...values } });
  };
  return (
    <Door
      title={sample ? 'Explore Harbour IT' : 'Set up your desk'}
      intro="You become its owner, who may do everything and invite others."
      wide
    >
      <form className="f-door-form" onSubmit={submit}>
        <div className="f-door-pair">
          <TextInput label="Your company" {...field('mspName')} autoComplete="organization" autoFocus={!sample} />
          <Select
            label="Time zone"
            description="Where your desk works; each client has its own"
            data={ZONES}
            searchable
            value={values.timeZone}
            error={errors['timeZone']}
            onChange={(timeZone) => timeZone && setValues((now) => ({ ...now, timeZone }))}
          />
        </div>
        <div className="f-door-pair">
          <TextInput label="Your name" {...field('name')} autoComplete="name" autoFocus={sample} />
          <TextInput label="Your e-mail" type="email" {...field('email')} autoComplete="email" />
        </div>
        <PasswordInput
          label="Password"
          description="At least 12 characters; a few plain words do well"
          autoComplete="new-password"
          {...field('password')}
        />
        {Object.keys(errors).length === 0 && <Fault error={setUp.error} />}
        <Button type="submit" loading={setUp.isPending}>
          {sample ? 'Open the sample desk' : 'Open my desk'}
        </Button>
        <Anchor component="button" type="button" onClick={onBack}>
          Back
        </Anchor>
      </form>
    </Door>
  );
}
