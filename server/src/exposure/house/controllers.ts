import type { HouseExposureView } from '@teahouse/contract';
import type { TrafficPolicy } from '@teahouse/engine';
import { z } from 'zod';

const controllers = z.object({
  isArmed: z.boolean(),
  nativeBoost: z.number(),
  newcomerUrgency: z.number(),
  /** Unlimited while the controllers rest. */
  newcomerCeiling: z.number().nullable(),
  braked: z.array(z.object({ topic: z.string(), share: z.number(), factor: z.number() })),
});

const trafficReport = z.object({ controllers });

/** What the controllers do, by the newest report of the engine; without one they rest. */
export function viewControllers(report: unknown, { balance }: TrafficPolicy): HouseExposureView['controllers'] {
  const read = trafficReport.safeParse(report);
  if (!read.success) {
    const { isArmed, newcomerCeiling } = balance;
    return { isArmed, nativeBoost: 1, newcomerUrgency: 1, newcomerCeiling, braked: [] };
  }
  const { newcomerCeiling, ...state } = read.data.controllers;
  return { ...state, newcomerCeiling: newcomerCeiling ?? balance.newcomerCeiling };
}
