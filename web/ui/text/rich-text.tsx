import Mention from '@tiptap/extension-mention';
import Placeholder from '@tiptap/extension-placeholder';
import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { filesMeant } from './files.ts';
import { Offers } from './offers.tsx';
import { Picture } from './picture-node.ts';
import { createOffered, type Offer, suggestion } from './suggest.ts';
import { TABLE_NODES } from './table-nodes.ts';
import { Tools } from './tools.tsx';
import './text.css';

export type RichTextProps = {
  /** Names the field for screen readers. */
  label: string;
  placeholder: string;
  /** Where what is wrong with it is said; absent while nothing is. */
  faultId?: string;
  /** HTML. A value from outside replaces what is written, for example a restored draft. */
  value: string;
  onChange(html: string, empty: boolean): void;
  /** Whether it is to have the focus as soon as it is there. */
  takesFocus?: boolean;
  /** Without the tools for the text, as long as nobody writes. */
  bare?: boolean;
  /** Pressed Ctrl+Enter, or ⌘ Enter. */
  onSubmit?(): void;
  /** Pasted or dropped. */
  onFiles?(files: File[]): void;
  /** People who can be named after `@`. */
  mentions?: readonly Offer[];
  /** Texts that can be put in after `;`. */
  snippets?: readonly Offer[];
  /** The HTML of a chosen snippet, filled in; null where it could not be had. */
  fillSnippet?(id: string): Promise<string | null>;
  /** The same, to be read before it is chosen. */
  previewSnippet?(id: string): Promise<string | null>;
  /** An article: with headings, rules and pictures. Uploads a picture and answers its address; null where that failed. */
  uploadPicture?(file: File): Promise<string | null>;
};

const nothing = () => Promise.resolve(null);

/** An editor for replies and notes. Loaded when first needed; the server cleans what it makes. */
export default function RichText(props: RichTextProps) {
  const { label, value, placeholder, mentions, snippets } = props;
  const [offered] = useState(createOffered);
  const written = useRef(value);
  const box = useRef<HTMLDivElement>(null);
  const [isArticle] = useState(props.uploadPicture !== undefined);
  const putPictures = useEffectEvent(async (files: readonly File[]) => {
    for (const file of files) {
      const src = await props.uploadPicture?.(file);
      if (src)
        editor
          ?.chain()
          .focus()
          .insertContent({ type: 'picture', attrs: { src, alt: '' } })
          .run();
    }
  });
  const take = useEffectEvent((data: DataTransfer | null): boolean => {
    const files = filesMeant(data);
    if (isArticle) {
      const pictures = files.filter(({ type }) => type.startsWith('image/'));
      void putPictures(pictures);
      return pictures.length > 0;
    }
    if (files.length > 0) props.onFiles?.(files);
    return files.length > 0 && props.onFiles !== undefined;
  });
  const press = useEffectEvent((event: KeyboardEvent): boolean => {
    const submits = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && props.onSubmit !== undefined;
    if (submits) props.onSubmit?.();
    return submits;
  });
  const change = useEffectEvent((editor: Editor) => {
    written.current = editor.isEmpty ? '' : editor.getHTML();
    props.onChange(written.current, editor.isEmpty);
  });
  const { faultId, takesFocus = false } = props;
  // A ref, because the editor asks for it while it is being made, which is during the first rendering.
  const hint = useRef(placeholder);
  useEffect(() => {
    hint.current = placeholder;
  }, [placeholder]);
  const people = useEffectEvent(() => props.mentions ?? []);
  const texts = useEffectEvent(() => props.snippets ?? []);
  const fill = useEffectEvent(async (id: string) => props.fillSnippet?.(id) ?? null);
  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        heading: isArticle && { levels: [2, 3] },
        ...(isArticle ? {} : { horizontalRule: false }),
        link: { openOnClick: false, defaultProtocol: 'https' },
      }),
      ...(isArticle ? [Picture] : []),
      ...TABLE_NODES,
      Placeholder.configure({ placeholder: () => hint.current }),
      Mention.configure({
        suggestions: [
          suggestion(offered, { char: '@', label: 'People', all: () => people() }),
          suggestion(offered, {
            char: ';',
            label: 'Snippets',
            all: () => texts(),
            put: ({ editor: into, range, props: { id } }) => {
              into.chain().focus().deleteRange(range).run();
              if (id) void fill(id).then((html) => html && into.chain().focus().insertContent(html).run());
            },
          }),
        ],
      }),
    ],
    content: value,
    injectCSS: false,
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, dir: 'auto' },
      handlePaste: (_view, event) => take(event.clipboardData),
      handleDrop: (_view, event) => take(event.dataTransfer),
      handleKeyDown: (_view, event) => press(event),
    },
    onUpdate: ({ editor: changed }) => change(changed),
  });
  useEffect(() => {
    if (!editor || value === written.current) return;
    written.current = value;
    editor.commands.setContent(value, { emitUpdate: false });
  }, [editor, value]);
  useEffect(() => {
    // Not by the editor's view, which is not there yet while the editor is only on its way to the page.
    const field = box.current?.querySelector('[role=textbox]');
    if (faultId) {
      field?.setAttribute('aria-invalid', 'true');
      field?.setAttribute('aria-describedby', faultId);
    } else {
      field?.removeAttribute('aria-invalid');
      field?.removeAttribute('aria-describedby');
    }
  }, [faultId]);
  useEffect(() => {
    if (takesFocus) box.current?.querySelector<HTMLElement>('[role=textbox]')?.focus();
  }, [takesFocus]);
  return (
    <div className="f-editor" ref={box}>
      <EditorContent editor={editor} />
      {editor && !props.bare && (
        <Tools
          editor={editor}
          mentions={mentions !== undefined}
          snippets={snippets !== undefined}
          {...(isArticle ? { onPictures: (files: File[]) => void putPictures(files) } : {})}
        />
      )}
      {editor && <Offers editor={editor} store={offered} preview={props.previewSnippet ?? nothing} />}
    </div>
  );
}
