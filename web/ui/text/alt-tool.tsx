import { ActionIcon, Button, Group, Popover, TextInput } from '@mantine/core';
import { type Editor, useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useState } from 'react';
import { IconTextCaption } from '../icons.ts';

/** Says what the chosen picture shows, for whoever does not see it. */
export function AltTool({ editor }: { editor: Editor }) {
  const [opened, setOpened] = useState(false);
  const [text, setText] = useState('');
  const alt = useEditorState({
    editor,
    selector: ({ editor: now }) => (now.isActive('picture') ? String(now.getAttributes('picture')['alt'] ?? '') : null),
  });
  const show = (next: boolean) => {
    if (next) setText(alt ?? '');
    setOpened(next);
  };
  const put = () => {
    setOpened(false);
    editor.chain().focus().updateAttributes('picture', { alt: text.trim() }).run();
  };
  // Not a form: the editor stands inside one.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    put();
  };
  return (
    <Popover opened={opened} onChange={show} position="top-start" trapFocus withinPortal returnFocus>
      <Popover.Target>
        <ActionIcon
          aria-label="Describe the picture"
          data-tip={alt === null ? 'Choose a picture to describe it' : 'Describe the picture'}
          aria-pressed={Boolean(alt)}
          aria-disabled={alt === null}
          variant={alt ? 'light' : 'subtle'}
          tabIndex={-1}
          onClick={() => alt !== null && show(!opened)}
        >
          <IconTextCaption size={16} aria-hidden="true" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label="Describe the picture">
        <Group gap={8} align="flex-end" wrap="nowrap">
          <TextInput
            label="What it shows"
            description="For whoever does not see it"
            maxLength={300}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            data-autofocus
          />
          <Button onClick={put}>Keep</Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
