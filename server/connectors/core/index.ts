export { everyRecord, type ListedPage } from './listing.ts';
export {
  type Abilities,
  type ConnectorField,
  type DeviceBatch,
  type DeviceQuery,
  type Provider,
  ProviderFault,
  type ProviderFaultKind,
  type ProviderOptions,
  type Received,
  type Script,
  type ScriptRun,
  type Session,
  type VendorSite,
} from './provider.ts';
export { sinceOf } from './since.ts';
export {
  addressOf,
  dayOf,
  flagOf,
  hostOf,
  instantOf,
  instantOfSeconds,
  known,
  type Loose,
  looseListOf,
  looseOf,
  numberOf,
  textOf,
} from './values.ts';
