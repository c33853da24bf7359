import type { LinkReader } from '#server/channels/mail-out/index.ts';
import type { Spoken } from '#shared/languages.ts';

/** A reason as it is kept, in English, and how the others say it; `$1` and `$2` are its amounts or its role. */
type Reason = readonly [kept: RegExp, said: Readonly<Record<Exclude<Spoken, 'en'>, string>>];

const REASONS: readonly Reason[] = [
  [
    /^named by the policy$/,
    {
      de: 'in der Regel genannt',
      fr: 'désigné par la règle',
      es: 'designado por la norma',
      nl: 'in de regel genoemd',
    },
  ],
  [/^manager$/, { de: 'vorgesetzt', fr: 'responsable hiérarchique', es: 'responsable directo', nl: 'leidinggevende' }],
  [
    /^manager above, because the manager asked for it$/,
    {
      de: 'nächsthöhere Leitung, da die Leitung selbst anfragt',
      fr: 'responsable supérieur, car le responsable est le demandeur',
      es: 'responsable superior, porque el responsable es quien lo solicita',
      nl: 'hogere leidinggevende, omdat de leidinggevende zelf aanvraagt',
    },
  ],
  [
    /^looks after the company; nobody else can be asked$/,
    {
      de: 'für die Firma zuständig; sonst kann niemand gefragt werden',
      fr: 'chargé de l’entreprise ; personne d’autre ne peut être sollicité',
      es: 'encargado de la empresa; no se puede preguntar a nadie más',
      nl: 'verantwoordelijk voor het bedrijf; niemand anders kan worden gevraagd',
    },
  ],
  [
    /^asked in place of (.+)$/,
    {
      de: 'anstelle von $1 gefragt',
      fr: 'sollicité à la place de $1',
      es: 'se le pregunta en lugar de $1',
      nl: 'gevraagd in plaats van $1',
    },
  ],
  [
    /^(.+) of the company$/,
    { de: '$1 der Firma', fr: '$1 de l’entreprise', es: '$1 de la empresa', nl: '$1 van het bedrijf' },
  ],
  [
    /^always asked$/,
    { de: 'wird immer gefragt', fr: 'toujours demandé', es: 'se pregunta siempre', nl: 'wordt altijd gevraagd' },
  ],
  [
    /^asked above (.+), and the cost is not known$/,
    {
      de: 'wird über $1 gefragt, und die Kosten sind nicht bekannt',
      fr: 'demandé au-delà de $1, et le coût n’est pas connu',
      es: 'se pregunta por encima de $1, y no se conoce el coste',
      nl: 'wordt gevraagd boven $1, en de kosten zijn niet bekend',
    },
  ],
  [
    /^asked above (.+), and (.+) is in another currency$/,
    {
      de: 'wird über $1 gefragt, und $2 ist in anderer Währung',
      fr: 'demandé au-delà de $1, et $2 est dans une autre devise',
      es: 'se pregunta por encima de $1, y $2 está en otra moneda',
      nl: 'wordt gevraagd boven $1, en $2 is in een andere valuta',
    },
  ],
  [
    /^(.+) is above (.+)$/,
    {
      de: '$1 liegt über $2',
      fr: '$1 dépasse $2',
      es: '$1 está por encima de $2',
      nl: '$1 ligt boven $2',
    },
  ],
];

function inWordsOf(language: Spoken, kept: string): string {
  if (language === 'en') return kept;
  const [pattern, said] = REASONS.find(([one]) => one.test(kept)) ?? [];
  return pattern && said ? kept.replace(pattern, said[language]) : kept;
}

/** Why somebody is asked, and why anybody is, in the words of whoever is asked. */
export const whyAsked = (voter: string, step: string, { language }: LinkReader): string =>
  `${inWordsOf(language, voter)}; ${inWordsOf(language, step)}`;
