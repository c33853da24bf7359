/** More than this is more than thanks. Characters. */
const LONGEST = 200;

/** Thanks and nothing else, in the languages that the portal speaks. */
const THANKS: readonly RegExp[] = [
  /^(?:many )?(?:thanks|thank you|thx)(?: (?:a lot|so much|very much|again))*(?: for (?:your|the) (?:(?:quick|fast|great|kind) )?(?:help|support|reply|answer|response))?$/,
  /^(?:nochmals? )?(?:(?:vielen|besten|herzlichen|lieben|tausend) )*dank(?:e|eschön)?(?: (?:schön|sehr|vielmals|nochmals?|ihnen|dir|euch))*(?: für (?:die|ihre|deine|eure) (?:(?:schnelle|rasche|prompte|gute) )?(?:hilfe|unterstützung|antwort|rückmeldung))?$/,
  /^(?:encore )?(?:(?:un )?grand |mille )?mercis?(?: (?:beaucoup|bien|infiniment|encore|à vous|à tous))*(?: pour (?:votre|ton) (?:aide|réponse|soutien))?$/,
  /^je vous remercie(?: beaucoup)?$/,
  /^(?:(?:muchas|muchísimas|mil) )?gracias(?: (?:de nuevo|otra vez))?(?: por (?:su|tu|la) (?:ayuda|respuesta|atención))?$/,
  /^(?:(?:nogmaals|heel erg|hartelijk|veel) )*(?:bedankt|dank(?: ?(?:u|je)(?: ?wel| zeer)?)?)(?: nogmaals)?(?: voor (?:uw|je|jullie|de) (?:(?:snelle|goede) )?(?:hulp|antwoord|reactie|ondersteuning))?$/,
];

/** What stands before and behind them without saying anything: greetings, and how letters end. */
const AROUND: readonly RegExp[] = [
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))(?: (?:all|team|everyone|everybody))?$/,
  /^(?:(?:best|kind|warm) regards|regards|best|cheers|sincerely)$/,
  /^(?:hallo|guten (?:tag|morgen|abend)|liebe[rs]?)(?: (?:zusammen|team))?$/,
  /^(?:(?:(?:viele|liebe|beste|schöne|freundliche) )?grü(?:ß|ss)e|mit (?:freundlichen|besten|vielen) grü(?:ß|ss)en|mfg|lg|vg)$/,
  /^(?:bonjour|bonsoir)(?: à tous)?$/,
  /^(?:(?:bien )?cordialement|bien à vous|bonne journée)$/,
  /^(?:hola|buenos días|buenas tardes)$/,
  /^(?:un )?(?:cordial )?saludos?(?: cordial(?:es)?)?$/,
  /^(?:goedemorgen|goedemiddag|goedenavond|goedendag|beste)$/,
  /^(?:(?:met )?vriendelijke )?groet(?:en|jes)?$|^mvg$/,
];

/**
 * Whether a text is thanks and nothing else: what opens no ticket again. Anything that it does not know, a question above all, is more.
 * @param names of those who may be greeted in it or stand below it
 */
export function saysThanksAlone(text: string, names: readonly string[]): boolean {
  if (text.length > LONGEST || /[?¿？]/.test(text)) return false;
  const known = new Set(names.flatMap((name) => name.toLowerCase().split(/[\s.,]+/)));
  const phrases = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f/gu, ' ')
    .split(/[\n.!¡,;:()]+/)
    .map((phrase) =>
      phrase
        .split(/\s+/)
        .filter((word) => word !== '' && !known.has(word))
        .join(' '),
    )
    .filter((phrase) => phrase !== '');
  const thanks = phrases.filter((phrase) => THANKS.some((one) => one.test(phrase)));
  return (
    thanks.length > 0 && phrases.every((phrase) => thanks.includes(phrase) || AROUND.some((one) => one.test(phrase)))
  );
}
