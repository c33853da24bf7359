import { useId } from 'react';
import { Editor } from '../text/editor.tsx';

type Props = {
  label: string;
  description?: string;
  placeholder: string;
  value: string;
  error?: string | undefined;
  onChange(html: string): void;
  onSubmit?(): void;
  /** An article’s text; see the editor. */
  uploadPicture?(file: File): Promise<string | null>;
};

/** Rich text in a form, with its label, help and fault like any other field. */
export function RichField({ label, description, placeholder, value, error, onChange, onSubmit, uploadPicture }: Props) {
  const id = useId();
  return (
    <div className="f-rich-field">
      <span className="f-legend" aria-hidden="true">
        {label}
      </span>
      {description && <span className="f-field-help">{description}</span>}
      <div className="f-rich-box" data-wrong={error ? true : undefined}>
        <Editor
          label={label}
          placeholder={placeholder}
          value={value}
          {...(error ? { faultId: id } : {})}
          onChange={(html, empty) => onChange(empty ? '' : html)}
          {...(onSubmit ? { onSubmit } : {})}
          {...(uploadPicture ? { uploadPicture } : {})}
        />
      </div>
      {error && (
        <p className="f-field-fault" id={id} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
