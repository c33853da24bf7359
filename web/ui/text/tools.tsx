import { ActionIcon, FileButton } from '@mantine/core';
import { type Editor, useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useRef } from 'react';
import {
  IconAt,
  IconBold,
  IconBolt,
  IconCode,
  IconHeading,
  IconItalic,
  IconList,
  IconListNumbers,
  IconPhoto,
  IconQuote,
} from '../icons.ts';
import { AltTool } from './alt-tool.tsx';
import { LinkTool } from './link-tool.tsx';

const MARKS = [
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

/** What an article has besides. */
const HEADING = {
  name: 'heading',
  label: 'Heading',
  icon: IconHeading,
  run: (editor: Editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
} as const;

/** Types a character that opens a list, at the start of a word. */
function open(editor: Editor, char: string): void {
  const { $from } = editor.state.selection;
  const before = $from.parent.textBetween(0, $from.parentOffset, ' ', ' ');
  editor
    .chain()
    .focus()
    .insertContent(/(^|\s)$/.test(before) ? char : ` ${char}`)
    .run();
}

type Props = {
  editor: Editor;
  mentions: boolean;
  snippets: boolean;
  /** An article, which may have headings and pictures. */
  onPictures?(files: File[]): void;
};

/** What can be done to the text. One stop of the Tab key; arrows move within, as in any toolbar. */
export function Tools({ editor, mentions, snippets, onPictures }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const marks = onPictures ? [HEADING, ...MARKS] : MARKS;
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => marks.filter(({ name }) => now.isActive(name)).map(({ name }) => name),
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || !(event.target instanceof HTMLButtonElement)) return;
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    const next = buttons.at((buttons.indexOf(event.target) + step) % buttons.length);
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next?.focus();
    event.preventDefault();
  };
  return (
    <div ref={bar} className="f-editor-tools" role="toolbar" aria-label="Formatting" onKeyDown={onKeyDown}>
      {marks.map(({ name, label, icon: Icon, run }, index) => (
        <ActionIcon
          key={name}
          aria-label={label}
          aria-pressed={on.includes(name)}
          variant={on.includes(name) ? 'light' : 'subtle'}
          data-tip={label}
          tabIndex={index === 0 ? 0 : -1}
          onClick={() => run(editor)}
        >
          <Icon size={16} aria-hidden="true" />
        </ActionIcon>
      ))}
      <LinkTool editor={editor} />
      {onPictures && (
        <FileButton multiple accept="image/png,image/jpeg,image/gif,image/webp" onChange={onPictures}>
          {(props) => (
            <ActionIcon {...props} aria-label="Picture" data-tip="Picture; or paste one" tabIndex={-1}>
              <IconPhoto size={16} aria-hidden="true" />
            </ActionIcon>
          )}
        </FileButton>
      )}
      {onPictures && <AltTool editor={editor} />}
      {mentions && (
        <ActionIcon
          aria-label="Mention somebody"
          data-tip="Mention somebody, @"
          tabIndex={-1}
          onClick={() => open(editor, '@')}
        >
          <IconAt size={16} aria-hidden="true" />
        </ActionIcon>
      )}
      {snippets && (
        <ActionIcon
          aria-label="Put in a snippet"
          data-tip="Put in a snippet, ;"
          tabIndex={-1}
          onClick={() => open(editor, ';')}
        >
          <IconBolt size={16} aria-hidden="true" />
        </ActionIcon>
      )}
    </div>
  );
}
