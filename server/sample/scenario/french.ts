import { answer, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const french: Scenario = {
  key: 'french',
  kind: 'incident',
  weight: 30,
  category: ['Software', 'Business system'],
  service: 'Line-of-business application',
  impact: 3,
  urgency: 2,
  language: 'fr',
  tags: ['français'],
  cases: [
    {
      title: ['{app} : les billets ne s’impriment plus', 'Impression des billets bloquée'],
      body: [
        'depuis ce matin les billets ne sortent plus de l’imprimante du guichet. {app} affiche « imprimante occupée ». Le premier bateau part à 7 h 30.',
        'impossible d’imprimer les billets depuis {app}. Nous les écrivons à la main pour l’instant.',
      ],
      urgency: 1,
      moves: [
        reply(
          'bien reçu. Pouvez-vous éteindre l’imprimante, attendre dix secondes et la rallumer, sans toucher à {app} ?',
          { after: [3, 20] },
        ),
        answer(['c’est fait, toujours la même chose.', 'rallumée, le voyant clignote en orange.'], { after: [4, 40] }),
        note(
          'File d’attente bloquée par un billet de 214 pages (mauvais format). File vidée, format corrigé, billet d’essai imprimé.',
          { minutes: [10, 20] },
        ),
        resolve(
          'fixed',
          'un billet au mauvais format bloquait toute la file. Elle est vidée et l’impression fonctionne de nouveau. Bonne traversée !',
          {
            note: 'File d’impression vidée, format de billet corrigé.',
            cause: 'Billet au mauvais format',
            minutes: [5, 10],
          },
        ),
      ],
    },
    {
      title: ['Connexion très lente au quai', 'Internet très lent à Port Moselle'],
      body: [
        'au quai la connexion est si lente que les réservations n’arrivent plus dans {app}.',
        'Internet rame depuis hier après-midi. Les clients attendent au guichet.',
      ],
      moves: [
        reply(
          'merci de nous prévenir. Je regarde la liaison avec {carrier} tout de suite. Est-ce pareil avec le câble et avec le Wi-Fi ?',
        ),
        answer(['pareil avec le câble.', 'oui, les deux.'], { after: [5, 60] }),
        note(
          'Sauvegarde des photos de bord en pleine journée, 60 Go vers le nuage. Limitée à 2 Mbit/s et déplacée à 21 h.',
          { minutes: [15, 20] },
        ),
        resolve(
          'fixed',
          'l’envoi des photos occupait toute la ligne. Il se fait maintenant la nuit ; le débit est revenu à la normale.',
          {
            note: 'Synchronisation des photos limitée et déplacée.',
            cause: 'Envoi de photos en journée',
            minutes: [5, 10],
          },
        ),
      ],
    },
  ],
};
