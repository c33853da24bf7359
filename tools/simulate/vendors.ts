import { automate } from './automate/index.ts';
import { dattoRmm } from './datto-rmm/index.ts';
import { nCentral } from './n-central/index.ts';
import { nSight } from './n-sight/index.ts';
import { ninjaOne } from './ninjaone/index.ts';
import type { SimulatedVendor } from './vendor.ts';
import { simulatedXero } from './xero/index.ts';

/** The RMM systems that can be simulated; a new one is a line here. */
export const SIMULATED_RMM: readonly SimulatedVendor[] = [dattoRmm, nCentral, nSight, automate, ninjaOne];

/** The programs that keep the books which can be simulated. */
export const SIMULATED_ACCOUNTING: readonly SimulatedVendor[] = [simulatedXero().vendor];
