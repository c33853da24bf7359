import { toast } from '#web/ui/feedback/toast-store.ts';
import { SecretField } from '#web/ui/form/fields.tsx';
import { newPassword, PASSWORD_ADVICE } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../session/send.ts';

/** Changing the password, or choosing the first one. */
export function PasswordForm({ hasPassword }: { hasPassword: boolean }) {
  const form = useForm({
    values: { current: '', password: '' },
    rules: {
      current: (value) => (hasPassword && value === '' ? 'Enter your present password.' : null),
      password: newPassword,
    },
    save: ({ values: { current, password } }) =>
      send('POST /me/password', { body: { password, ...(hasPassword ? { current } : {}) } }, [
        'GET /me/sign-in',
        'GET /me/sessions',
      ]),
    onSaved: () => {
      form.set('current', '');
      form.set('password', '');
      toast.done('Password changed. Your other sessions have ended.');
    },
  });
  return (
    <FormShell form={form} submit={hasPassword ? 'Change password' : 'Set a password'}>
      <div className="f-form-pair" data-align="end">
        {hasPassword && (
          <SecretField form={form} name="current" label="Present password" autoComplete="current-password" />
        )}
        <SecretField
          form={form}
          name="password"
          label="New password"
          autoComplete="new-password"
          description={PASSWORD_ADVICE}
        />
      </div>
    </FormShell>
  );
}
