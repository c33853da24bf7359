import { AlertsEditor } from './alerts.tsx';
import { ClosingEditor } from './closing.tsx';
import { EscalationEditor } from './escalation.tsx';
import { HoursEditor } from './hours.tsx';
import { IdentificationEditor } from './identification.tsx';
import { KeepingEditor } from './keeping.tsx';
import { LanguageEditor } from './language.tsx';
import { LanguagesEditor } from './languages.tsx';
import { NoticeEditor } from './notice.tsx';
import { PagingEditor } from './paging.tsx';
import { PlainEditor } from './plain.tsx';
import { ColoursEditor } from './portal/colours.tsx';
import { LinksEditor } from './portal/links.tsx';
import { PictureEditor } from './portal/picture.tsx';
import { NameEditor, TextsEditor } from './portal/words.tsx';
import { PortalSignInEditor, PortalSignInPreview } from './portal-sign-in.tsx';
import { PrecedenceEditor } from './precedence.tsx';
import { PriorityEditor } from './priority.tsx';
import { PriorityPreview } from './priority-preview.tsx';
import { ReachEditor } from './reach.tsx';
import { RemindersEditor } from './reminders.tsx';
import { SeesEditor } from './sees.tsx';
import { TaxEditor } from './tax.tsx';
import type { SettingEditor } from './types.ts';

// Each editor knows the shape of its own setting, which the server checks; between them a value is unknown.
const known = <T>(editor: SettingEditor<T>): SettingEditor<unknown> => editor as unknown as SettingEditor<unknown>;

const EDITORS: Readonly<Record<string, SettingEditor<unknown>>> = {
  'alert.deciding': known({ Editor: AlertsEditor }),
  'alert.keeping': known({ Editor: KeepingEditor }),
  'connectors.reach': known({ Editor: ReachEditor }),
  'estate.identification': known({ Editor: IdentificationEditor }),
  'estate.precedence': known({ Editor: PrecedenceEditor }),
  'ticket.priority': known({ Editor: PriorityEditor, Preview: PriorityPreview }),
  'ticket.closing': known({ Editor: ClosingEditor }),
  'ticket.closingNotice': known({ Editor: NoticeEditor }),
  'portal.sees': known({ Editor: SeesEditor }),
  'portal.language': known({ Editor: LanguageEditor }),
  'portal.languages': known({ Editor: LanguagesEditor }),
  'ticket.escalationPath': known({ Editor: EscalationEditor }),
  'escalation.path': known({ Editor: PagingEditor }),
  'portal.signIn': known({ Editor: PortalSignInEditor, Preview: PortalSignInPreview }),
  'portal.name': known({ Editor: NameEditor }),
  'portal.logo': known({ Editor: PictureEditor }),
  'portal.icon': known({ Editor: PictureEditor }),
  'portal.colours': known({ Editor: ColoursEditor }),
  'portal.texts': known({ Editor: TextsEditor }),
  'portal.links': known({ Editor: LinksEditor }),
  'billing.reminders': known({ Editor: RemindersEditor }),
  'billing.tax': known({ Editor: TaxEditor }),
  'sla.hours': known({ Editor: HoursEditor }),
};

/** The editor of a setting; those without one of their own are written from their schema. */
export const editorFor = (key: string): SettingEditor<unknown> => EDITORS[key] ?? { Editor: PlainEditor };
