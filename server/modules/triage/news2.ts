/**
 * National Early Warning Score 2. Source: Royal College of Physicians, "National Early Warning Score (NEWS) 2:
 * Standardising the assessment of acute-illness severity in the NHS", London 2017 (charts 1 and 2: scoring and
 * thresholds; chart 4: response), reproduced with acknowledgement.
 *
 * It shows and sorts; it gives no diagnosis. Not for people under 16 and not in pregnancy (same source).
 * Pure and browser-safe.
 */

export const consciousnessLevels = ['alert', 'confusion', 'voice', 'pain', 'unresponsive'] as const;
/** ACVPU; `confusion` is new confusion. */
export type Consciousness = (typeof consciousnessLevels)[number];

export type Observations = {
  /** Breaths per minute. */
  respiratoryRate?: number | null;
  /** Percent. */
  oxygenSaturation?: number | null;
  /** Any supplemental oxygen. */
  onOxygen?: boolean | null;
  /** mmHg. */
  systolic?: number | null;
  /** Beats per minute. */
  pulse?: number | null;
  consciousness?: Consciousness | null;
  /** °C. */
  temperature?: number | null;
};

export const news2Parameters = [
  'respiratoryRate',
  'oxygenSaturation',
  'onOxygen',
  'systolic',
  'pulse',
  'consciousness',
  'temperature',
] as const satisfies readonly (keyof Observations)[];
export type News2Parameter = (typeof news2Parameters)[number];

export type News2Context = {
  /** Completed years. */
  ageYears: number;
  pregnant?: boolean;
  /** 2 only for hypercapnic failure with target 88–92 %, on a clinician's recorded decision. */
  oxygenScale?: 1 | 2;
};

export type News2Band = 'low' | 'low_medium' | 'medium' | 'high';
/** What the source asks for, least to most. */
export type News2Response = 'routine' | 'nurse_assessment' | 'ward_review' | 'urgent_review' | 'emergency';
/** How often to observe, at least. */
export type News2Monitoring = 'every_12_hours' | 'every_4_to_6_hours' | 'hourly' | 'continuous';

export type News2 =
  | { applicable: false; reason: 'under_16' | 'pregnant' }
  | {
      applicable: true;
      /** Points of each parameter that can be scored. */
      points: Partial<Record<News2Parameter, 0 | 1 | 2 | 3>>;
      /** Parameters without a value, or that cannot be scored without another one. */
      missing: News2Parameter[];
      complete: boolean;
      /** Sum of the points; a lower bound while incomplete. */
      total: number;
      /** What it could be at most, were the missing values the worst. */
      highest: number;
      band: News2Band;
      response: News2Response;
      monitoring: News2Monitoring;
    };

type Points = 0 | 1 | 2 | 3;
/** Ascending steps: up to and including `upTo` the value has `points`. */
type Steps = readonly (readonly [upTo: number, points: Points])[];

const top = Number.POSITIVE_INFINITY;
const respiratoryRate: Steps = [[8, 3], [11, 1], [20, 0], [24, 2], [top, 3]]; // biome-ignore format: as in the chart
const saturation1: Steps = [[91, 3], [93, 2], [95, 1], [top, 0]]; // biome-ignore format: as in the chart
const saturation2Air: Steps = [[83, 3], [85, 2], [87, 1], [top, 0]]; // biome-ignore format: as in the chart
const saturation2Oxygen: Steps = [[83, 3], [85, 2], [87, 1], [92, 0], [94, 1], [96, 2], [top, 3]]; // biome-ignore format: as in the chart
const systolic: Steps = [[90, 3], [100, 2], [110, 1], [219, 0], [top, 3]]; // biome-ignore format: as in the chart
const pulse: Steps = [[40, 3], [50, 1], [90, 0], [110, 1], [130, 2], [top, 3]]; // biome-ignore format: as in the chart
const temperature: Steps = [[35.0, 3], [36.0, 1], [38.0, 0], [39.0, 1], [top, 2]]; // biome-ignore format: as in the chart

const scored = (steps: Steps, value: number): Points => steps.find(([upTo]) => value <= upTo)?.[1] ?? 0;
const highestOf: Record<News2Parameter, Points> = {
  respiratoryRate: 3,
  oxygenSaturation: 3,
  onOxygen: 2,
  systolic: 3,
  pulse: 3,
  consciousness: 3,
  temperature: 3,
};

function pointsOf(parameter: News2Parameter, given: Observations, scale: 1 | 2): Points | null {
  switch (parameter) {
    case 'oxygenSaturation':
      return saturationPoints(given.oxygenSaturation, given.onOxygen, scale);
    case 'onOxygen':
      return given.onOxygen == null ? null : given.onOxygen ? 2 : 0;
    case 'consciousness':
      return given.consciousness == null ? null : given.consciousness === 'alert' ? 0 : 3;
    case 'temperature':
      // Thermometers show one decimal; the chart has no place for a second one.
      return given.temperature == null ? null : scored(temperature, Math.round(given.temperature * 10) / 10);
    default: {
      const value = given[parameter];
      const steps = { respiratoryRate, systolic, pulse }[parameter];
      return value == null ? null : scored(steps, Math.round(value));
    }
  }
}

function saturationPoints(
  value: number | null | undefined,
  onOxygen: boolean | null | undefined,
  scale: 1 | 2,
): Points | null {
  if (value == null) return null;
  const percent = Math.round(value);
  if (scale === 1) return scored(saturation1, percent);
  // From 93 % up scale 2 asks whether the patient breathes air or oxygen.
  if (percent > 92 && onOxygen == null) return null;
  return scored(onOxygen ? saturation2Oxygen : saturation2Air, percent);
}

function judge(total: number, anyThree: boolean): [News2Band, News2Response, News2Monitoring] {
  if (total >= 7) return ['high', 'emergency', 'continuous'];
  if (total >= 5) return ['medium', 'urgent_review', 'hourly'];
  if (anyThree) return ['low_medium', 'ward_review', 'hourly'];
  if (total >= 1) return ['low', 'nurse_assessment', 'every_4_to_6_hours'];
  return ['low', 'routine', 'every_12_hours'];
}

/**
 * Scores what is known. Missing values score nothing, are named in `missing`, and make `total` and `band` a lower
 * bound. Values are expected to have passed `checkVitalSigns`.
 */
export function news2(given: Observations, context: News2Context): News2 {
  if (context.ageYears < 16) return { applicable: false, reason: 'under_16' };
  if (context.pregnant) return { applicable: false, reason: 'pregnant' };
  const points: Partial<Record<News2Parameter, Points>> = {};
  const missing: News2Parameter[] = [];
  for (const parameter of news2Parameters) {
    const found = pointsOf(parameter, given, context.oxygenScale ?? 1);
    if (found === null) missing.push(parameter);
    else points[parameter] = found;
  }
  const known = Object.values(points);
  const total = known.reduce<number>((sum, one) => sum + one, 0);
  const [band, response, monitoring] = judge(total, known.includes(3));
  return {
    applicable: true,
    points,
    missing,
    complete: missing.length === 0,
    total,
    highest: missing.reduce((sum, parameter) => sum + highestOf[parameter], total),
    band,
    response,
    monitoring,
  };
}
