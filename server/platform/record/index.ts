export {
  type Drafted,
  type DraftedRow,
  draftedVersions,
  draftOf,
  lockDrafted,
  noteDraftedFaults,
  publishDrafted,
  removeDrafted,
  saveDrafted,
  tellDrafted,
  withdrawDrafted,
} from './drafted.ts';
export { refuseUnknown } from './known.ts';
export { createRecord, deleteRecord, lockRecord, updateRecord } from './record.ts';
