import type { TrafficPolicy } from '../traffic/policy.ts';
import type { BalanceOutputs, ControllerReport } from './balance.ts';
import { house } from './balance-columns.ts';

/** What a controller keeps of itself in `balanceHouse`. */
const NUMBERS = 4;
const SETPOINT = 0;
const MEASURED = 1;
const INTEGRAL = 2;
const OUTPUT = 3;

const HOUR = 3_600;
// After a pause, what was not measured does not count as having been wrong all the time.
const LONGEST_STEP = HOUR / 4;

interface Law {
  name: ControllerReport['name'];
  /** What the setpoint is aimed at, with room for the swing of a controlled quantity. */
  setpoint: (policy: TrafficPolicy) => number;
  /** 1: acts when too little is measured; −1: when too much. */
  sense: 1 | -1;
  gain: number;
  /** Per hour. */
  integralGain: number;
  most: number;
}

// Gains: the plants answer at once and about in proportion, with a measurement that lags by its lifetime; a gain around 1/plant and a
// reset time of the order of the lag (Åström & Hägglund, Advanced PID Control, 2006, §3.5, §6). Checked in influx-loop.test.ts.
const laws: readonly Law[] = [
  {
    name: 'native-floor',
    setpoint: ({ balance }) => balance.nativeFloor + 0.05,
    sense: 1,
    gain: 3,
    integralGain: 1.5,
    most: 3,
  },
  { name: 'newcomer-promise', setpoint: () => 0.99, sense: 1, gain: 5, integralGain: 2, most: 2 },
  {
    name: 'newcomer-ceiling',
    setpoint: ({ balance }) => 0.95 * balance.newcomerCeiling,
    sense: -1,
    gain: 0.5,
    integralGain: 0.5,
    most: 0.6,
  },
];

/**
 * One step of the three PI controllers. The integral stands still while the output is at its limit and would be driven further
 * (anti-windup by conditional integration, ibid. §3.5); disarmed, they forget.
 *
 * @param measured native ratio, newcomers' promises kept, newcomers' share over preference
 * @param seconds since the last step
 */
export function control(
  numbers: Float64Array,
  policy: TrafficPolicy,
  measured: readonly [number, number, number],
  seconds: number,
): void {
  for (const [index, law] of laws.entries()) {
    const at = house.controllers + index * NUMBERS;
    numbers[at + SETPOINT] = law.setpoint(policy);
    numbers[at + MEASURED] = measured[index] as number;
    if (policy.balance.isArmed) step(numbers, at, law, Math.min(seconds, LONGEST_STEP));
    else numbers.fill(0, at + INTEGRAL, at + OUTPUT + 1);
  }
}

function step(numbers: Float64Array, at: number, { sense, gain, integralGain, most }: Law, seconds: number): void {
  const error = sense * ((numbers[at + SETPOINT] as number) - (numbers[at + MEASURED] as number));
  const integral = numbers[at + INTEGRAL] as number;
  const wanted = gain * error + integral;
  const isDrivenFurther = (wanted >= most && error > 0) || (wanted <= 0 && error < 0 && integral <= 0);
  const grown = isDrivenFurther ? integral : integral + (integralGain * error * seconds) / HOUR;
  numbers[at + INTEGRAL] = Math.min(most, Math.max(0, grown));
  numbers[at + OUTPUT] = Math.min(most, Math.max(0, gain * error + (numbers[at + INTEGRAL] as number)));
}

/** What the ranking is asked to do. Any thread. */
export function outputsOf(numbers: Float64Array, { balance }: TrafficPolicy): BalanceOutputs {
  if (!balance.isArmed) return { nativeBoost: 1, newcomerUrgency: 1, newcomerCeiling: Number.POSITIVE_INFINITY };
  const output = (index: number) => numbers[house.controllers + index * NUMBERS + OUTPUT] as number;
  return {
    nativeBoost: 1 + output(0),
    newcomerUrgency: 1 + output(1),
    newcomerCeiling: balance.newcomerCeiling * (1 - output(2)),
  };
}

export function controllerReports(numbers: Float64Array): ControllerReport[] {
  return laws.map(({ name }, index) => {
    const at = house.controllers + index * NUMBERS;
    return {
      name,
      setpoint: numbers[at + SETPOINT] as number,
      measured: numbers[at + MEASURED] as number,
      integral: numbers[at + INTEGRAL] as number,
      output: numbers[at + OUTPUT] as number,
    };
  });
}
