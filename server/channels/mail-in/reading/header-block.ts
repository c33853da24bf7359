import { plainly } from './reply-words.ts';

export type BlockField = 'from' | 'date' | 'to' | 'cc' | 'subject' | 'other';

/** What the fields of a quoted header are called; ties between languages ("De", "A") mean the same field. */
const LABELS: Record<BlockField, string> = {
  from: 'from|von|de|da|van|od|från|fra|lähettäjä|отправитель|от|от кого|kimden|feladó|发件人|寄件者|差出人|送信者|보낸 사람',
  date: 'sent|date|sent on|gesendet|gesendet am|datum|envoyé|envoyé le|date d’envoi|enviado|enviado el|fecha|verzonden|verzonden op|inviato|inviato il|data|data invio|enviada|enviada em|enviado em|wysłano|wysłane|skickat|sendt|dato|lähetetty|päivämäärä|odesláno|отправлено|дата|gönderildi|发送时间|日期|送信日時|日付',
  to: 'to|an|à|a|para|aan|do|till|til|vastaanottaja|komu|кому|kime|收件人|宛先|받는 사람',
  cc: 'cc|copie|copie à|kopie|kopie an|dw|do wiadomości|kopia|kopi|копия|抄送|reply-to|antwort an|répondre à|responder a|bcc',
  subject:
    'subject|betreff|objet|sujet|asunto|onderwerp|oggetto|assunto|temat|ämne|emne|aihe|předmět|тема|konu|主题|主旨|件名|제목',
  other:
    'importance|wichtigkeit|priorität|priority|importancia|importance|urgentie|priorità|prioridade|ważność|attachments|anlagen|pièces jointes|datos adjuntos|bijlagen|allegati|anexos|załączniki|organization|organisation|x-mailer|message-id|when|where|wann|wo|required|erforderlich',
};
const FIELDS = (Object.keys(LABELS) as BlockField[]).map(
  (field) => [field, new RegExp(`^(?:${LABELS[field]})$`, 'i')] as const,
);
/** Most lines of a block: each field, and long lists of recipients in several lines. */
const MOST_LINES = 14;
const MOST_CONTINUED = 4;

export type HeaderBlock = { lines: number; fields: ReadonlyMap<BlockField, string> };

/** The field that a line of a quoted header holds. */
function fieldIn(text: string): { field: BlockField; value: string } | null {
  const match = /^[*_]{0,2}([\p{L}][\p{L}\s’'-]{0,24}?)\s?[*_]{0,2}\s?[:：]\s*[*_]{0,2}\s*(.*)$/u.exec(plainly(text));
  if (!match) return null;
  const label = (match[1] ?? '').replace(/'/g, '’').trim();
  const field = FIELDS.find(([, pattern]) => pattern.test(label));
  return field ? { field: field[0], value: (match[2] ?? '').trim() } : null;
}

/** The header of a quoted mail ("From: … Sent: … To: … Subject: …") that begins with the first of these lines. */
export function headerBlockIn(texts: readonly string[]): HeaderBlock | null {
  const fields = new Map<BlockField, string>();
  let last: BlockField | null = null;
  let continued = 0;
  let lines = 0;
  for (const text of texts.slice(0, MOST_LINES)) {
    const found = text.length < 4_000 ? fieldIn(text) : null;
    if (found && (found.field === 'other' || !fields.has(found.field))) {
      fields.set(found.field, found.value);
      last = found.field;
      continued = 0;
    } else if (
      last !== null &&
      continued < MOST_CONTINUED &&
      (last === 'to' || last === 'cc' ? /@|;\s*$/.test(text) : fields.get(last) === '' && text.length < 300)
    ) {
      // The value stands on the next line, or the list goes on.
      fields.set(last, `${fields.get(last) ?? ''} ${plainly(text)}`.trim());
      continued += 1;
    } else break;
    lines += 1;
  }
  const known = [...fields.keys()].filter((field) => field !== 'other');
  const whole = fields.has('from') && (fields.has('date') || fields.has('subject')) && known.length >= 3;
  return whole ? { lines, fields } : null;
}
