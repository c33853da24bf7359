/** Words by which mail programs introduce what they quote, in the languages they speak. Each pattern is linear. */

/** Lines such as "On 12 March 2026 at 10:15, Jo Lee wrote:". */
const ATTRIBUTIONS = [
  /^(on|at|in) .*\bwrote\s*:?$/i,
  /\bwrote (on|at) .*:$/i,
  /[@>"'].*\b(wrote|writes)\s*:$/i,
  /^(am|on|vom|den|von) .*\bschrieb\b.*:$/i,
  /\bschrieb (am|on) .*:$/i,
  /[@>"'].*\bschrieb\s*:$/i,
  /^le .*\ba (écrit|ecrit)\s*:?$/i,
  /\ba écrit (le|à) .*:$/i,
  /^el .*\bescribi[óo]\s*:?$/i,
  /\bescribi[óo] (el|en) .*:$/i,
  /^(op|on) .*\b(schreef|geschreven)\b.*:$/i,
  /\bschreef (op|in) .*:$/i,
  /^(il|in data|on|alle) .*\bha scritto\s*:?$/i,
  /\bha scritto (il|in) .*:$/i,
  /^(em|no dia|a|on|às) .*\bescreveu\s*:?$/i,
  /\bescreveu (em|no|\() ?.*:$/i,
  /\b(napisał|napisała|napisał\(a\)|napisał\/a|pisze)\s*:$/i,
  /^wiadomość napisana przez .*:$/i,
  /\bpisze w dniu .*:$/i,
  /^(den|på|kl\.?|tor|fre|mån|man|tir|ons|tis|lör|lør|sön|søn) .*\b(skrev|skreiv)\b.*:$/i,
  /\bkirjoitti\b.*:$/i,
  /\bnapsal(\(a\)|a)?\s*:$/i,
  /(пишет|писал|написал)(\(а\)|а)?\s*:$/i,
  /(写道|寫道)\s*[:：]$/,
  /(のメール|が書き込みました|書きました|さんは書きました)\s*[:：]$/,
  /\b(yazdı|şunu yazdı)\s*:$/i,
  /\b(írta|írta ezt)\b.*:$/i,
];
/** How an attribution that takes several lines begins. */
const OPENING =
  /^(on|at|in|am|vom|den|von|le|el|op|il|in data|em|no dia|w dniu|dnia|wiadomość|pon|wt|śr|czw|pt|sob|niedz|\d)|[@<]/i;

/** Most lines and characters of an attribution. */
const MOST_LINES = 4;
const MOST_LETTERS = 500;

const ORIGINAL =
  /^-{6,}\s*original\s*-{6,}$|^[-_=\s]*(original message|original appointment|ursprüngliche nachricht|originalnachricht|original-nachricht|ursprünglicher termin|message d['’]origine|message original|mensaje original|oorspronkelijk bericht|origineel bericht|messaggio originale|mensagem original|wiadomość oryginalna|oryginalna wiadomość|ursprungligt meddelande|oprindelig meddelelse|opprinnelig melding|alkuperäinen viesti|původní zpráva|исходное сообщение|原始邮件|元のメッセージ)[-_=\s]*$/i;
const FORWARDED =
  /^[-_=\s]*(forwarded message|forwarded by .{1,100}|begin forwarded message|weitergeleitete nachricht|anfang der weitergeleiteten (nachricht|e-mail)|message (transféré|réexpédié|transmis)|début du message (transféré|réexpédié)|mensaje reenviado|inicio del mensaje reenviado|doorgestuurd bericht|begin doorgestuurd bericht|messaggio inoltrato|inizio messaggio inoltrato|(mensagem|e-mail) (encaminhada|reencaminhada|encaminhado)|início da mensagem (encaminhada|reencaminhada)|(przekazana wiadomość|wiadomość przekazana|przekazany list)|początek przekazywanej wiadomości|początek przekazanej wiadomości|vidarebefordrat (meddelande|brev)|videresendt (meddelelse|melding))\s*:?[-_=\s]*$/i;

/** Added by programs and phones below what somebody wrote. */
const PHONE =
  /^(sent (from|via|with|using)|get outlook|download outlook|von meinem .* gesendet|gesendet (mit|von|über|aus)|diese nachricht wurde von meinem|holen sie sich outlook|outlook (für|for|pour|para|per|voor|dla) (ios|android|mac)|hol dir outlook|envoyé (de|depuis|à partir|avec)|obtenez outlook|télécharger outlook|enviado (desde|de|do|a partir|com|con)|obtener outlook|obtenga outlook|obter o outlook|inviato (da|dal|con)|scarica outlook|ottieni outlook|verstuurd vanaf|verzonden (met|vanaf|via)|outlook voor|download outlook voor|wysłan[eoy] (z|za)|pobierz (aplikację )?outlook|skickat från|sendt fra|sendt med|lähetetty)\b.{0,80}$/i;

/** Says that the answers stand within what is quoted. */
const BELOW =
  /\b(see|my|answers?|comments?|replies|responses?|in ?line|inline)\b.{0,30}\b(below|in ?line|inline|in (red|blue|green|bold))\b|\binline\b|\b(siehe|antworten|kommentare|anmerkungen)\b.{0,30}\b(unten|im text|inline|in (rot|blau|grün))|\bweiter unten\b|\b(voir|réponses?|commentaires?)\b.{0,30}\b(ci-dessous|plus bas|dans le texte|en (rouge|bleu|vert))|\b(ver|respuestas?|comentarios?)\b.{0,30}\b(abajo|más abajo|en el texto|en (rojo|azul|verde))|\b(zie|antwoorden|opmerkingen)\b.{0,30}\b(hieronder|onder|in de tekst|in het (rood|blauw|groen))|\b(vedi|risposte|commenti)\b.{0,30}\b(sotto|di seguito|nel testo|in (rosso|blu|verde))|\b(ver|veja|respostas|comentários)\b.{0,30}\b(abaixo|no texto|a (vermelho|azul|verde)|em (vermelho|azul|verde))|(patrz|zob|odpowiedzi|komentarze).{0,30}(poniżej|w tekście|na (czerwono|niebiesko|zielono))/i;

/** One text with blanks, quotes and dashes as plain ones. */
export const plainly = (text: string): string =>
  text
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

export const isOriginal = (text: string): boolean => text.length < 120 && ORIGINAL.test(plainly(text));
export const isForwarded = (text: string): boolean => text.length < 200 && FORWARDED.test(plainly(text));
export const isPhone = (text: string): boolean =>
  text.length < 120 && PHONE.test(plainly(text).replace(/^[<>*_\s]+/, ''));
export const pointsBelow = (text: string): boolean => BELOW.test(text.slice(0, 20_000));

export type Attribution = {
  lines: number;
  /** It names a date and a time or an address, so that no quote marks need to follow. */
  certain: boolean;
};

/** The attribution that begins with the first of these lines; null when it is none. */
export function attributionIn(texts: readonly string[]): Attribution | null {
  const first = texts[0];
  if (first === undefined || !(OPENING.test(plainly(first)) || /[:：]$/.test(first.trim()))) return null;
  let whole = '';
  for (const [at, text] of texts.slice(0, MOST_LINES).entries()) {
    whole = `${whole} ${plainly(text)}`.trim();
    if (whole.length > MOST_LETTERS) return null;
    const bare = whole.replace(/^[*_>]+|[*_]+$/g, '').trim();
    if (!/\d/.test(bare) && !bare.includes('@')) continue;
    if (!ATTRIBUTIONS.some((pattern) => pattern.test(bare))) continue;
    const dated = /\d{1,2}[.:h]\d{2}|\b(19|20)\d{2}\b/.test(bare);
    return { lines: at + 1, certain: /[:：]$/.test(bare) && (dated || bare.includes('@')) };
  }
  return null;
}
