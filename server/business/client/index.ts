import { clientRoutes } from './routes.ts';

export { chooseLanguage } from './choose-language.ts';
export { createClient, updateClient } from './clients.ts';
export { createContact, updateContact } from './contacts.ts';
export { createGroup } from './groups.ts';
export { isProvider, providerOf } from './provider.ts';
export { setClientService, setClientServices } from './services.ts';
export { createSite } from './sites.ts';

export const clientModule = { name: 'client', routes: clientRoutes };
