import { ActionIcon, Button, Group, Popover, TextInput } from '@mantine/core';
import { type Editor, useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useState } from 'react';
import { IconLink } from '../icons.ts';
import { asLink } from './link.ts';

/** Turns the chosen words into a link, changes where a link leads, or takes it away. */
export function LinkTool({ editor }: { editor: Editor }) {
  const [opened, setOpened] = useState(false);
  const [text, setText] = useState('');
  const href = useEditorState({
    editor,
    selector: ({ editor: now }) => String(now.getAttributes('link')['href'] ?? ''),
  });
  const show = (next: boolean) => {
    if (next) setText(href);
    setOpened(next);
  };
  const put = (address: string | null) => {
    setOpened(false);
    const chain = editor.chain().focus().extendMarkRange('link');
    if (address === null) chain.unsetLink().run();
    else if (editor.state.selection.empty && !href)
      chain.insertContent({ type: 'text', text: address, marks: [{ type: 'link', attrs: { href: address } }] }).run();
    else chain.setLink({ href: address }).run();
  };
  const link = asLink(text);
  // Not a form: the editor may stand inside one.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (link) put(link);
  };
  return (
    <Popover opened={opened} onChange={show} position="top-start" trapFocus withinPortal returnFocus>
      <Popover.Target>
        <ActionIcon
          aria-label="Link"
          aria-pressed={href !== ''}
          variant={href ? 'light' : 'subtle'}
          data-tip="Link"
          tabIndex={-1}
          onClick={() => show(!opened)}
        >
          <IconLink size={16} aria-hidden="true" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label="Link">
        <Group gap={8} align="flex-end" wrap="nowrap">
          <TextInput
            label="Where to"
            placeholder="https://"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            data-autofocus
          />
          <Button disabled={link === null} onClick={() => put(link)}>
            Link
          </Button>
          {href && (
            <Button variant="default" onClick={() => put(null)}>
              Unlink
            </Button>
          )}
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
