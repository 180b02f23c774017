import { SimpleGrid, Stack, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { dayOf } from '../../../lib/zone.ts';
import { partsOfDay } from '../find/find.ts';
import { OptionCards } from '../option-cards.tsx';
import { fieldId } from '../what-is-missing.ts';
import { ToggleChips } from './toggle-chips.tsx';
import { toggled, urgencies, type WishDraft, weekdays, wishProblem } from './wish.ts';

/** A Monday, to take the names of the weekdays from. */
const aMonday = Date.UTC(2026, 10, 23, 12);

/** Whose times a wish may be met with; the widest first. */
export type WishScope = { value: WishDraft['scope']; label: string };

/** When the patient could come and how urgent it is. */
export function WishFields(props: {
  wish: WishDraft;
  onChange: (wish: WishDraft) => void;
  scopes: readonly WishScope[];
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const today = dayOf(new Date(useNow()).toISOString());
  const { wish } = props;
  const patch = (change: Partial<WishDraft>) => props.onChange({ ...wish, ...change });
  const problem = wishProblem(wish, today);
  return (
    <Stack gap="lg" id={fieldId('wish')} tabIndex={-1}>
      <Text c="dimmed">{t('requests.waiting.how')}</Text>
      <OptionCards
        legend={t('requests.waiting.urgency')}
        width="17rem"
        value={wish.urgency}
        onChange={(urgency) => patch({ urgency })}
        options={urgencies.map((value) => ({
          value,
          label: t(`requests.waiting.${value}`),
          hint: t(`requests.waiting.${value}Hint`),
        }))}
      />
      {props.scopes.length > 1 && (
        <OptionCards
          legend={t('requests.waiting.whose')}
          width="17rem"
          value={wish.scope}
          onChange={(scope) => patch({ scope })}
          options={props.scopes}
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DateInput
          label={t('requests.waiting.fromDay')}
          valueFormat="DD.MM.YYYY"
          minDate={today}
          required
          value={wish.fromDay}
          onChange={(fromDay) => patch({ fromDay })}
          error={problem === 'required' && t('errors.required')}
        />
        <DateInput
          label={t('requests.waiting.untilDay')}
          valueFormat="DD.MM.YYYY"
          minDate={wish.fromDay ?? today}
          clearable
          placeholder={t('requests.waiting.open')}
          value={wish.untilDay}
          onChange={(untilDay) => patch({ untilDay })}
          error={problem === 'wish_days' && t('errors.wish_days')}
        />
      </SimpleGrid>
      <ToggleChips
        legend={t('requests.waiting.weekdays')}
        hint={t('requests.waiting.anyHint')}
        options={weekdays.map((value) => ({
          value,
          label: formats.shortWeekday(aMonday + (value - 1) * 86_400_000),
          title: formats.weekday(aMonday + (value - 1) * 86_400_000),
        }))}
        chosen={wish.weekdays}
        onToggle={(value) => patch({ weekdays: toggled<number>(weekdays, wish.weekdays, value) })}
      />
      <ToggleChips
        legend={t('requests.time.partOfDay')}
        options={partsOfDay.map((value) => ({ value, label: t(`requests.waiting.${value}`) }))}
        chosen={wish.partsOfDay}
        onToggle={(value) => patch({ partsOfDay: toggled(partsOfDay, wish.partsOfDay, value) })}
      />
    </Stack>
  );
}
