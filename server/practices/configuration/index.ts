import type { Services } from '#platform/context/index.ts';
import { tellOfEnds } from './expiries.ts';
import { estateRoutes } from './routes-estate.ts';
import { itemRoutes } from './routes-item.ts';
import './leaving.ts';
import './settings.ts';

export { type Classes, loadClasses } from './classes.ts';
export { createItem } from './create.ts';
export { type FoundItem, findItemByName, findItemOfSource } from './find.ts';

export { dependentsOf, edgesAmong, impactOf, upstreamOf } from './impact.ts';
export { isOnTicket, linkItemToTicket, unlinkItem } from './link.ts';
export type { DeviceReading, ReadingValue, SoftwareReading } from './reading.ts';
export { relateItems } from './relations.ts';
export { findItem } from './rows.ts';
export { type Source, type Taken, takeAway, takeReadings } from './take.ts';
export { endUnseen } from './unseen.ts';
export { updateItem } from './update.ts';

export const configurationModule = {
  name: 'configuration',
  routes: [...itemRoutes, ...estateRoutes],
  loops: [{ name: 'configuration.ends', everyMs: 60_000, run: (services: Services) => tellOfEnds(services) }],
};
