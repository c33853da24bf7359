import { marked } from 'marked';

export type Page = { title: string; html: string };

/** The anchor of a heading, as people who write links expect it: "Too many requests" is too-many-requests. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
}

const plain = (html: string) => html.replace(/<[^>]+>/g, '').replace(/&[a-z#0-9]+;/gi, '');

/**
 * A page of the guide from its file. Links between pages are written as files, so that they work where the files are read as well,
 * and lead to pages in the app. Each heading can be linked to.
 */
export function pageOf(text: string): Page {
  const title = /^# (.+)$/m.exec(text)?.[1] ?? 'Guide';
  const body = marked.parse(text.replace(/^# .+\n/, ''), { async: false });
  const html = body
    .replaceAll('<img ', '<img loading="lazy" ')
    .replaceAll(/href="(?:\.{1,2}\/)?(?:guide\/)?([a-z-]+)\.md(#[a-z0-9_-]+)?"/g, 'href="/guide/$1$2"')
    .replaceAll(/<h([23])>(.+?)<\/h\1>/g, (_, level: string, heading: string) => {
      return `<h${level} id="${anchorOf(plain(heading))}">${heading}</h${level}>`;
    });
  return { title, html };
}
