import type { MantineThemeComponents } from '@mantine/core';
import { Press } from '../form/press.tsx';

/** Workspace controls are 32 px high with 13 px text unless a size is asked for. */
const CONTROL = { height: '2rem', text: '0.8125rem' };

const field = {
  defaultProps: { size: 'xs', inputWrapperOrder: ['label', 'description', 'input', 'error'] },
};
/** Class of a dialogue that has been closed and only fades. */
export const FADING = 'f-fading';
/** Mantine's colours by what they mean here. */
const MEANINGS: Readonly<Record<string, string>> = { red: 'red', yellow: 'amber', green: 'green', blue: 'blue' };
const quick = { duration: 110, transition: 'pop' };

/**
 * How Mantine's parts differ here. `lockScroll` is off because the lock writes a style element, which the page's
 * policy forbids, and the workspace never scrolls as a whole.
 */
export const COMPONENTS: MantineThemeComponents = {
  UnstyledButton: { defaultProps: { component: Press } },
  Button: {
    vars: (_theme: unknown, { size, variant, color }: { size?: unknown; variant?: unknown; color?: unknown }) => ({
      root: {
        ...(size === 'xs' ? { '--button-height': CONTROL.height, '--button-fz': CONTROL.text } : {}),
        // Of a shade that is asked for, Mantine takes a paler one where the button has no ground.
        ...(variant === 'subtle' && color === 'red.8' ? { '--button-color': 'var(--f-red)' } : {}),
      },
    }),
    defaultProps: { size: 'xs' },
  },
  Input: {
    vars: (_theme: unknown, { size }: { size?: unknown }) => ({
      wrapper: size === 'xs' ? { '--input-height': CONTROL.height, '--input-fz': CONTROL.text } : {},
    }),
    defaultProps: { size: 'xs' },
  },
  InputWrapper: {
    vars: (_theme: unknown, props: { size?: unknown }) => ({
      label: props.size === 'xs' ? { '--input-label-size': '0.8125rem' } : {},
      description: { '--input-description-size': '0.75rem' },
      error: { '--input-error-size': '0.75rem' },
    }),
  },
  TextInput: field,
  PasswordInput: field,
  NumberInput: field,
  Select: field,
  MultiSelect: field,
  // Nowhere does it offer a list, and one that is empty would take the first Escape for itself.
  TagsInput: { defaultProps: { ...field.defaultProps, dropdownOpened: false } },
  Textarea: { defaultProps: { ...field.defaultProps, autosize: true, minRows: 3 } },
  PinInput: { defaultProps: { size: 'md' } },
  Checkbox: { defaultProps: { size: 'xs' } },
  Radio: { defaultProps: { size: 'xs' } },
  Switch: { defaultProps: { size: 'sm', withThumbIndicator: false } },
  SegmentedControl: { defaultProps: { size: 'xs' } },
  ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28 } },
  Badge: {
    // Mantine's own light badges are too pale to read.
    vars: (_theme: unknown, { color }: { color?: unknown }) => {
      const meaning = MEANINGS[String(color)];
      return meaning
        ? { root: { '--badge-color': `var(--f-${meaning})`, '--badge-bg': `var(--f-${meaning}-soft)` } }
        : { root: {} };
    },
    defaultProps: { variant: 'light', size: 'sm', tt: 'none' },
  },
  Text: { defaultProps: { size: 'sm' } },
  Anchor: { defaultProps: { underline: 'hover' } },
  Tabs: { defaultProps: { keepMounted: false } },
  // Its parts ask the theme by this name too where they are put together one by one.
  Modal: {
    classNames: (_theme: unknown, { opened }: { opened?: boolean }) => ({ content: opened ? '' : FADING }),
    defaultProps: {
      // Otherwise its head would be a second banner of the page.
      attributes: { header: { role: 'none' } },
      lockScroll: false,
      centered: true,
      transitionProps: quick,
      overlayProps: { backgroundOpacity: 0.35 },
      closeButtonProps: { 'aria-label': 'Close' },
      shadow: 'lg',
    },
  },
  ModalRoot: { defaultProps: { lockScroll: false, transitionProps: quick } },
  ModalOverlay: { defaultProps: { backgroundOpacity: 0.35 } },
  Drawer: {
    defaultProps: {
      attributes: { header: { role: 'none' } },
      lockScroll: false,
      transitionProps: { duration: 130 },
      overlayProps: { backgroundOpacity: 0.35 },
      closeButtonProps: { 'aria-label': 'Close' },
    },
  },
  Popover: { defaultProps: { shadow: 'md', transitionProps: quick } },
  Menu: { defaultProps: { shadow: 'md', transitionProps: quick, position: 'bottom-start' } },
  // From its start: laid out from the middle, before it is put in its place, it would widen a phone's page, which jumps.
  Combobox: { defaultProps: { position: 'bottom-start', shadow: 'md', transitionProps: { duration: 0 } } },
  Tooltip: { defaultProps: { openDelay: 350, transitionProps: { duration: 80 } } },
};
