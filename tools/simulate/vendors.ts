import { dattoRmm } from './datto-rmm/index.ts';
import type { SimulatedVendor } from './vendor.ts';

/** The RMM systems that can be simulated; a new one is a line here. */
export const SIMULATED_RMM: readonly SimulatedVendor[] = [dattoRmm];
