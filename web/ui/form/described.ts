/**
 * As the `ref` of a field: what says more about it, by its id. Fields write their own `aria-describedby` over one that is
 * given to them.
 */
export const describedBy =
  (id: string | undefined) =>
  (field: HTMLElement | null): void => {
    if (id) field?.setAttribute('aria-describedby', id);
    else field?.removeAttribute('aria-describedby');
  };
