import { useEffect, useMemo, useRef, useState } from 'react';
import { cleanMail } from './clean-mail.ts';
import { mailDocument, SANDBOX, tendFrame } from './mail-frame.ts';
import './text.css';

type Props = {
  html: string;
  /** Whose mail it is and of when, for those who do not see it. */
  title: string;
};

/** The text of a mail: cleaned by the server and here again, and shown in a frame where nothing can run, ask or reach the page. */
export function MailText({ html, title }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [inside, setInside] = useState<Document | null>(null);
  const source = useMemo(() => mailDocument(cleanMail(html)), [html]);
  useEffect(() => (frame.current && inside ? tendFrame(frame.current, inside) : undefined), [inside]);
  return (
    <iframe
      ref={frame}
      className="f-mail-text"
      title={title}
      sandbox={SANDBOX}
      srcDoc={source}
      onLoad={(event) => setInside(event.currentTarget.contentDocument)}
    />
  );
}
