import { Button, TextInput } from '@mantine/core';
import { COLOUR, nearestReadable, ratioWords, TEXT_CONTRAST, worst } from '#kernel/colour.ts';
import { PORTAL_GROUNDS } from '#shared/brand-words.ts';
import type { EditorProps } from '../types.ts';

type Colours = { light: string; dark: string };
const SIDES = [
  ['light', 'On light', 'Links, and the ground of buttons, whose words are white'],
  ['dark', 'On dark', 'Links on dark grounds; a light tone of the same colour does well'],
] as const;

/** The accent on light and on dark, with its contrast where it is read worst. */
export function ColoursEditor({ value, readOnly, onChange }: EditorProps<Colours>) {
  if (readOnly)
    return (
      <ul className="f-look-colours">
        {SIDES.map(([side, name]) => (
          <li key={side}>
            <span className="f-look-swatch" style={{ background: value[side] }} />
            {name} <span className="f-mono f-dim">{value[side]}</span>{' '}
            <span className="f-dim">Contrast {ratioWords(worst(value[side], PORTAL_GROUNDS[side]).ratio)}</span>
          </li>
        ))}
      </ul>
    );
  return SIDES.map(([side, name, help]) => (
    <Accent
      key={side}
      label={name}
      help={help}
      grounds={PORTAL_GROUNDS[side]}
      colour={value[side]}
      onChange={(next) => onChange({ ...value, [side]: next })}
    />
  ));
}

type AccentProps = {
  label: string;
  help: string;
  grounds: readonly string[];
  colour: string;
  onChange(next: string): void;
};

function Accent({ label, help, grounds, colour, onChange }: AccentProps) {
  const read = COLOUR.test(colour) ? worst(colour, grounds) : null;
  const near = read && read.ratio < TEXT_CONTRAST ? nearestReadable(colour, grounds) : null;
  const fault = !read
    ? 'Must be a colour such as #0b6b77.'
    : read.ratio < TEXT_CONTRAST
      ? `Has a contrast of ${ratioWords(read.ratio)} on ${read.ground}; ${ratioWords(TEXT_CONTRAST)} is needed.`
      : undefined;
  return (
    <div className="f-look-picture">
      <TextInput
        label={label}
        description={help}
        maxLength={7}
        w={320}
        value={colour}
        error={fault}
        leftSection={
          <input
            type="color"
            aria-label={`Pick the colour ${label.toLowerCase()}`}
            className="f-look-swatch"
            value={read ? colour : '#000000'}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        }
        onChange={(event) => onChange(event.currentTarget.value.trim().toLowerCase())}
      />
      {read && !fault && <span className="f-dim">Contrast {ratioWords(read.ratio)}</span>}
      {near && (
        <Button variant="default" onClick={() => onChange(near)}>
          Take {near}
        </Button>
      )}
    </div>
  );
}
