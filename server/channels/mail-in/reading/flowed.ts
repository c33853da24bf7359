/** The paragraphs of format=flowed text (RFC 3676): lines that end in a blank go on in the next one of the same quote depth. */
export function unflow(text: string, delSp: boolean): string {
  const out: string[] = [];
  let open = false;
  let depth = 0;
  for (const raw of text.split('\n')) {
    const line = raw.replace(/\r$/, '');
    const marks = /^>*/.exec(line)?.[0].length ?? 0;
    const content = line.slice(marks).replace(/^ /, '');
    const signature = content === '-- ' || content === '--';
    if (open && marks === depth && !signature) out[out.length - 1] += content;
    else out.push(marks > 0 ? `${'>'.repeat(marks)} ${content}` : content);
    depth = marks;
    open = content.endsWith(' ') && !signature;
    if (open && delSp) out[out.length - 1] = (out.at(-1) ?? '').slice(0, -1);
  }
  return out.join('\n');
}
