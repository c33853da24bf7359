import { automate } from './automate/index.ts';
import { dattoRmm } from './datto-rmm/index.ts';
import { nCentral } from './n-central/index.ts';
import { nSight } from './n-sight/index.ts';
import { ninjaOne } from './ninjaone/index.ts';
import type { SimulatedVendor } from './vendor.ts';

/** The RMM systems that can be simulated; a new one is a line here. */
export const SIMULATED_RMM: readonly SimulatedVendor[] = [dattoRmm, nCentral, nSight, automate, ninjaOne];
