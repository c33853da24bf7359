import { ActionIcon } from '@mantine/core';
import Placeholder from '@tiptap/extension-placeholder';
import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useEffectEvent } from 'react';
import { IconBold, IconCode, IconItalic, IconList, IconListNumbers, IconQuote } from '../icons.ts';
import './text.css';

export type RichTextProps = {
  /** Names the field for screen readers. */
  label: string;
  placeholder: string;
  /** HTML. A value from outside replaces what is written, for example a restored draft or an inserted snippet. */
  value: string;
  onChange(html: string, empty: boolean): void;
  /** Pressed Ctrl+Enter. */
  onSubmit(): void;
  /** Pasted or dropped. */
  onFiles?(files: File[]): void;
  /** Typed `;` at the start of a word: the caller offers snippets. */
  onSnippet?(): void;
};

const filesOf = (data: DataTransfer | null): File[] => [...(data?.files ?? [])];

/** An editor for replies and notes. Loaded when first needed; the server cleans what it makes. */
export default function RichText({ label, placeholder, value, onChange, onSubmit, onFiles, onSnippet }: RichTextProps) {
  const take = useEffectEvent((data: DataTransfer | null): boolean => {
    const files = filesOf(data);
    if (files.length === 0 || !onFiles) return false;
    onFiles(files);
    return true;
  });
  const press = useEffectEvent((event: KeyboardEvent, before: string): boolean => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      onSubmit();
      return true;
    }
    if (event.key !== ';' || !onSnippet || !/(^|\s)$/.test(before)) return false;
    onSnippet();
    return true;
  });
  const change = useEffectEvent((editor: Editor) => onChange(editor.isEmpty ? '' : editor.getHTML(), editor.isEmpty));
  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        heading: false,
        horizontalRule: false,
        link: { openOnClick: false, defaultProtocol: 'https' },
      }),
      Placeholder.configure({ placeholder }),
    ],
    content: value,
    injectCSS: false,
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, dir: 'auto' },
      handlePaste: (_view, event) => take(event.clipboardData),
      handleDrop: (_view, event) => take(event.dataTransfer),
      handleKeyDown: ({ state }, event) =>
        press(event, state.selection.$from.parent.textBetween(0, state.selection.$from.parentOffset, ' ', ' ')),
    },
    onUpdate: ({ editor: changed }) => change(changed),
  });
  useEffect(() => {
    if (editor && value !== editor.getHTML() && !(value === '' && editor.isEmpty))
      editor.commands.setContent(value, { emitUpdate: false });
  }, [editor, value]);
  return (
    <div className="f-editor">
      <EditorContent editor={editor} />
      {editor && <Tools editor={editor} />}
    </div>
  );
}

const TOOLS = [
  { name: 'bold', label: 'Bold', icon: IconBold, run: (editor: Editor) => editor.chain().focus().toggleBold().run() },
  {
    name: 'italic',
    label: 'Italic',
    icon: IconItalic,
    run: (editor: Editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: 'bulletList',
    label: 'List',
    icon: IconList,
    run: (editor: Editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'orderedList',
    label: 'Numbered list',
    icon: IconListNumbers,
    run: (editor: Editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'blockquote',
    label: 'Quote',
    icon: IconQuote,
    run: (editor: Editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    name: 'codeBlock',
    label: 'Code',
    icon: IconCode,
    run: (editor: Editor) => editor.chain().focus().toggleCodeBlock().run(),
  },
] as const;

function Tools({ editor }: { editor: Editor }) {
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => TOOLS.filter(({ name }) => now.isActive(name)).map(({ name }) => name),
  });
  return (
    <div className="f-editor-tools" role="toolbar" aria-label="Formatting">
      {TOOLS.map(({ name, label, icon: Icon, run }) => (
        <ActionIcon
          key={name}
          aria-label={label}
          aria-pressed={on.includes(name)}
          variant={on.includes(name) ? 'light' : 'subtle'}
          data-tip={label}
          tabIndex={-1}
          onClick={() => run(editor)}
        >
          <Icon size={16} aria-hidden="true" />
        </ActionIcon>
      ))}
    </div>
  );
}
