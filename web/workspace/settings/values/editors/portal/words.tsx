import { Textarea, TextInput } from '@mantine/core';
import { BRAND_LENGTHS } from '#shared/brand-words.ts';
import type { EditorProps } from '../types.ts';

/** What stands at the top of the portal. */
export function NameEditor({ value, readOnly, onChange }: EditorProps<{ name: string }>) {
  if (readOnly)
    return value.name ? (
      <p className="f-plain">
        <bdi>{value.name}</bdi>
      </p>
    ) : (
      <p className="f-plain f-dim">The name of your company.</p>
    );
  return (
    <TextInput
      label="Name"
      description="Left empty, the name of your company"
      maxLength={BRAND_LENGTHS.name}
      maw={420}
      value={value.name}
      onChange={(event) => onChange({ name: event.currentTarget.value })}
    />
  );
}

type Texts = { welcome: string; support: string };

/** What welcomes people, and how they reach the desk otherwise. */
export function TextsEditor({ value, readOnly, onChange }: EditorProps<Texts>) {
  if (readOnly)
    return value.welcome || value.support ? (
      <>
        {value.welcome && <p className="f-plain f-notice">{value.welcome}</p>}
        {value.support && <p className="f-plain f-notice f-dim">{value.support}</p>}
      </>
    ) : (
      <p className="f-plain f-dim">Nothing is said.</p>
    );
  return (
    <>
      <Textarea
        label="Welcome"
        description="Where people sign in"
        maxLength={BRAND_LENGTHS.welcome}
        value={value.welcome}
        onChange={(event) => onChange({ ...value, welcome: event.currentTarget.value })}
      />
      <Textarea
        label="Support contact"
        description="At the foot of every page, such as a telephone number and when somebody answers it"
        minRows={1}
        maxLength={BRAND_LENGTHS.support}
        value={value.support}
        onChange={(event) => onChange({ ...value, support: event.currentTarget.value })}
      />
    </>
  );
}
