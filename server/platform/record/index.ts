export {
  createDrafted,
  type Drafted,
  type DraftedPlace,
  type DraftedRow,
  draftedVersions,
  lockDrafted,
  noteDraftedFaults,
  publishDrafted,
  refuseTakenName,
  removeDrafted,
  saveDrafted,
  withdrawDrafted,
} from './drafted.ts';
export { refuseUnknown } from './known.ts';
export { createRecord, deleteRecord, lockRecord, updateRecord } from './record.ts';
