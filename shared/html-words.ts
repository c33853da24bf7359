/**
 * What HTML that people write may hold, on its way in and again where it is shown: text, lists, tables, links, code, and in articles
 * pictures. Nothing else has a place: no scripts, styles, forms, frames, names, or addresses that are asked before somebody follows them.
 */
export const ALLOWED_TAGS: readonly string[] =
  'p br strong b em i u s a ul ol li blockquote code pre h1 h2 h3 hr table thead tbody tr th td span'.split(' ');

/** By element, its attributes. */
export const ALLOWED_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title', 'rel', 'target'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  span: ['data-type', 'data-id', 'data-label'],
};

/** What a link may begin with. */
export const LINK_SCHEMES: readonly string[] = ['https', 'http', 'mailto', 'tel'];
