import { CloseButton, Popover, UnstyledButton } from '@mantine/core';
import { DialoguePart } from '#web/ui/load/dialogue-part.tsx';
import { preload } from '#web/ui/load/part.tsx';
import type { FilterPart } from './filter-parts.ts';

const load = async () => (await import('./filter-editor.tsx')).FilterEditor;
/** Fetches how values are chosen before a part is opened. */
export const preloadFilterEditor = (): void => preload(load);

type Props = {
  part: FilterPart;
  /** What it says now: "assigned to me or nobody". */
  phrase: string;
  values: readonly string[];
  opened: boolean;
  onOpened(open: boolean): void;
  onChange(values: string[]): void;
};

/** A part of the filter's sentence: pressed, it opens the choices it is made of. */
export function FilterPill({ part, phrase, values, opened, onOpened, onChange }: Props) {
  return (
    <span className="f-pill" data-on={values.length > 0 || undefined}>
      <Popover opened={opened} onChange={onOpened} position="bottom-start" trapFocus width={280}>
        <Popover.Target>
          <UnstyledButton
            className="f-pill-text f-cut"
            onClick={() => onOpened(!opened)}
            onPointerEnter={preloadFilterEditor}
            onFocus={preloadFilterEditor}
            aria-label={`${part.label}: ${phrase}`}
          >
            {phrase}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label={part.label}>
          <DialoguePart load={load} lines={5}>
            {(FilterEditor) => <FilterEditor part={part} values={values} onChange={onChange} />}
          </DialoguePart>
        </Popover.Dropdown>
      </Popover>
      {values.length > 0 && <CloseButton size="xs" aria-label={`Take out: ${phrase}`} onClick={() => onChange([])} />}
    </span>
  );
}
