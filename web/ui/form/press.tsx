import { type ComponentProps, type FocusEvent, type MouseEvent, useState } from 'react';

/**
 * What every button is made of. One that is pressed and then busy, or of no use any more, keeps the focus: a browser takes it from what
 * is disabled, and the keyboard would begin again at the top of the page. Until it has moved on, the button only says that it does nothing.
 */
export function Press({
  disabled = false,
  type = 'button',
  onFocus,
  onBlur,
  onClick,
  ...rest
}: ComponentProps<'button'>) {
  const [focused, setFocused] = useState(false);
  const waits = disabled && focused;
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled && !focused}
      {...(waits ? { 'aria-disabled': true, 'data-disabled': true } : {})}
      onFocus={(event: FocusEvent<HTMLButtonElement>) => {
        setFocused(true);
        onFocus?.(event);
      }}
      onBlur={(event: FocusEvent<HTMLButtonElement>) => {
        setFocused(false);
        onBlur?.(event);
      }}
      onClick={(event: MouseEvent<HTMLButtonElement>) => {
        // Neither is a form sent by it, nor by Enter in one of its fields.
        if (waits) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}
