/** Plain text that stands in HTML as it is: its line breaks too, where they count (`pre`). */
export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Plain text as HTML: characters escaped, line breaks kept. */
export const textToHtml = (text: string): string => escapeHtml(text).replace(/\r?\n/g, '<br>');
