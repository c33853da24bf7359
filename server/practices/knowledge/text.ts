import { invalid } from '#kernel/errors.ts';
import { cleanArticleHtml, htmlToText } from '#platform/text/index.ts';

export type ArticleText = { title: string; body_html: string; body_text: string };

/** A text as it is kept: safe HTML with something to read in it. */
export function checkedText(title: string, body: string): ArticleText {
  const html = cleanArticleHtml(body);
  const text = htmlToText(html);
  if (text === '' && !html.includes('<img'))
    throw invalid([{ path: 'body', message: 'has no text left after cleaning; write something' }]);
  return { title: title.trim(), body_html: html, body_text: text };
}
