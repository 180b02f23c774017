import { UrgencySetting, type UrgencySettings } from '../../../../server/modules/triage/settings-contract.ts';
import { durationText, secondsOf } from './duration.ts';

export const urgencies = ['immediate', 'urgent', 'today'] as const;
export type Urgency = (typeof urgencies)[number];
export const parts = ['target', 'primary', 'deputy', 'department'] as const;
export type Part = (typeof parts)[number];
/** What stands in the fields. */
export type Typed = Record<Urgency, Record<Part, string>>;

const textsOf = (setting: UrgencySetting): Record<Part, string> => ({
  target: durationText(setting.target),
  primary: durationText(setting.primary),
  deputy: durationText(setting.deputy),
  department: durationText(setting.department),
});

export const typedOf = (settings: UrgencySettings): Typed => ({
  immediate: textsOf(settings.immediate),
  urgent: textsOf(settings.urgent),
  today: textsOf(settings.today),
});

type Read = {
  /** Null as long as a field is wrong. */
  settings: UrgencySettings | null;
  /** Code of what is wrong, by `urgency.part`. */
  errors: Record<string, 'seconds_invalid' | 'steps_beyond_target'>;
};

/** What was typed as settings, checked as the server does: each in its limits, the steps within the target. Pure. */
export function readTyped(typed: Typed): Read {
  const errors: Read['errors'] = {};
  const read = (urgency: Urgency): UrgencySetting => {
    const of = (part: Part): number => {
      const parsed = UrgencySetting.shape[part].safeParse(secondsOf(typed[urgency][part]));
      if (!parsed.success) errors[`${urgency}.${part}`] = 'seconds_invalid';
      return parsed.data ?? 0;
    };
    const setting = {
      target: of('target'),
      primary: of('primary'),
      deputy: of('deputy'),
      department: of('department'),
    };
    const rings = setting.primary + setting.deputy + setting.department;
    if (!errors[`${urgency}.target`] && rings > setting.target) {
      errors[`${urgency}.target`] = 'steps_beyond_target';
    }
    return setting;
  };
  const settings = { immediate: read('immediate'), urgent: read('urgent'), today: read('today') };
  return { settings: Object.keys(errors).length === 0 ? settings : null, errors };
}

/** Whether a field's row stands at what holds where nothing is set. */
export const isDefault = (typed: Typed, defaults: UrgencySettings, urgency: Urgency): boolean =>
  parts.every((part) => secondsOf(typed[urgency][part]) === defaults[urgency][part]);

/** One urgency back to what holds where nothing is set. */
export const withDefault = (typed: Typed, defaults: UrgencySettings, urgency: Urgency): Typed => ({
  ...typed,
  [urgency]: textsOf(defaults[urgency]),
});
