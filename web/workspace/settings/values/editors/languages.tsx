import { Checkbox } from '@mantine/core';
import { LANGUAGE_NAMES, LANGUAGES, type Spoken } from '#shared/languages.ts';
import type { EditorProps } from './types.ts';

/** Which languages clients' people may choose: at least one. */
export function LanguagesEditor({ value: { languages }, readOnly, onChange }: EditorProps<{ languages: Spoken[] }>) {
  if (readOnly) return <p className="f-plain">{languages.map((one) => LANGUAGE_NAMES[one]).join(', ')}</p>;
  return (
    <Checkbox.Group
      label="Languages"
      value={languages}
      error={languages.length === 0 && 'Choose at least one.'}
      onChange={(chosen) => onChange({ languages: LANGUAGES.filter((one) => chosen.includes(one)) })}
    >
      {LANGUAGES.map((one) => (
        <Checkbox key={one} value={one} label={LANGUAGE_NAMES[one]} mt={8} />
      ))}
    </Checkbox.Group>
  );
}
