import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { languages, TIME_ZONES } from '#web/ui/form/choices.ts';
import { PickField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { Section } from '#web/ui/form/section.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useMe } from '../session/me.ts';
import { send } from '../session/send.ts';
import { preferencesOf } from './preferences.ts';

/** How one is called, in which zone and language one reads, and how the workspace looks. */
export default function ProfilePage() {
  const me = useMe();
  const profile = useForm({
    values: { name: me.name, timeZone: me.timeZone, language: me.language },
    version: 1,
    rules: { name: needed('your name') },
    draft: 'me',
    save: ({ changed }) => send('PATCH /me', { body: changed }, ['GET /me', 'GET /staff']),
    onSaved: () => toast.done('Saved'),
  });
  const looks = useForm({
    values: preferencesOf(me.preferences),
    version: 1,
    save: ({ values }) => send('PATCH /me', { body: { preferences: { ...me.preferences, ...values } } }, ['GET /me']),
    onSaved: () => toast.done('Saved'),
  });
  return (
    <>
      <Section title="You" help={me.email}>
        <FormShell form={profile} submit="Save">
          <TextField
            form={profile}
            name="name"
            label="Name"
            description="As your clients read it below your replies"
            required
            autoComplete="name"
          />
          <div className="f-form-pair">
            <PickField
              form={profile}
              name="timeZone"
              label="Time zone"
              description="Times are shown by it"
              data={[...TIME_ZONES]}
            />
            <PickField
              form={profile}
              name="language"
              label="Language"
              description="How dates and numbers are written"
              data={languages()}
            />
          </div>
        </FormShell>
      </Section>
      <Section title="Looks">
        <ColourScheme />
        <FormShell form={looks} submit="Save">
          <PickField
            form={looks}
            name="density"
            label="Density"
            data={[
              { value: 'compact', label: 'Compact: more on one screen' },
              { value: 'comfortable', label: 'Comfortable: more room around things' },
            ]}
          />
          <SwitchField
            form={looks}
            name="singleKeys"
            label="Single-key shortcuts"
            description="Such as j, k and a; switch them off if you dictate or press keys by accident. Combinations with Ctrl or ⌘ stay"
          />
        </FormShell>
      </Section>
    </>
  );
}

/** Light or dark belongs to the browser, not to the account: the office is bright, the sofa is not. */
function ColourScheme() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      aria-label="Colours"
      data={[
        { value: 'auto', label: 'As the system' },
        { value: 'light', label: 'Light' },
        { value: 'dark', label: 'Dark' },
      ]}
      value={colorScheme}
      onChange={(scheme) => setColorScheme(scheme as typeof colorScheme)}
      maw={360}
    />
  );
}
