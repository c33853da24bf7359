import { LANGUAGE_NAMES, LANGUAGES, type Spoken } from '#shared/languages.ts';
import { Select } from '#web/ui/form/select.tsx';
import type { EditorProps } from './types.ts';

const NONE = 'Each client’s own';

/** The language of the portal for people who chose none. */
export function LanguageEditor({ value: { language }, readOnly, onChange }: EditorProps<{ language: Spoken | null }>) {
  if (readOnly) return <p className="f-plain">{language === null ? NONE : LANGUAGE_NAMES[language]}</p>;
  return (
    <Select
      label="Language"
      placeholder={NONE}
      clearable
      maw={320}
      data={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
      value={language}
      onChange={(next) => onChange({ language: next as Spoken | null })}
    />
  );
}
