export { refuseUnknown } from './known.ts';
export { createRecord, deleteRecord, lockRecord, updateRecord } from './record.ts';
