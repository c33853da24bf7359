import { useMemo } from 'react';
import { cleanHtml } from './clean.ts';
import { MailText } from './mail-text.tsx';
import './text.css';

type Props = {
  html: string;
  /** That of an article may have pictures. */
  pictures?: boolean;
  /** Where it came by mail: what its frame is called, for those who do not see it. */
  mail?: string | undefined;
};

/** Rich text from the server, cleaned once more before it is shown; what came by mail in a frame of its own. */
export function Html({ html, pictures = false, mail }: Props) {
  return mail === undefined ? <Own html={html} pictures={pictures} /> : <MailText html={html} title={mail} />;
}

function Own({ html, pictures }: { html: string; pictures: boolean }) {
  const clean = useMemo(() => cleanHtml(html, pictures), [html, pictures]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by the server when it was written, and here again
  return <div className="f-text" dir="auto" dangerouslySetInnerHTML={{ __html: clean }} />;
}
