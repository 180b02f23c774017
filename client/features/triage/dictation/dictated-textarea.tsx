import { Button, Loader, Textarea, type TextareaProps, VisuallyHidden } from '@mantine/core';
import { IconDownload, IconMicrophone, IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { joined } from './dictate.ts';
import classes from './dictation.module.css';
import { useDictation } from './use-dictation.ts';

type Props = Omit<TextareaProps, 'value' | 'onChange' | 'label' | 'maxLength'> & {
  label: string;
  value: string;
  onText: (text: string) => void;
  maxLength: number;
};

/** A free text that can be spoken where the browser understands speech without sending it anywhere. */
export function DictatedTextarea({ value, onText, ...field }: Props) {
  const { t } = useTranslation();
  const named = useId();
  // Two pieces between two renders both count: each builds on the other.
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  const { offer, listening, problem, press } = useDictation((said) => {
    latest.current = joined(latest.current, said, field.maxLength);
    onText(latest.current);
  });
  const deed = listening
    ? 'stop'
    : offer === 'install'
      ? 'install'
      : offer === 'loading'
        ? 'loading'
        : 'start';
  const Sign = listening ? IconPlayerStop : offer === 'install' ? IconDownload : IconMicrophone;
  return (
    <div className={classes.field}>
      <Textarea
        {...field}
        value={value}
        onChange={(event) => onText(event.currentTarget.value)}
        autosize
        minRows={2}
      />
      {offer !== 'none' && (
        <div className={classes.row}>
          <Button
            variant={listening ? 'filled' : 'default'}
            color={listening ? 'red' : 'blue'}
            aria-pressed={listening}
            aria-describedby={named}
            disabled={offer === 'loading'}
            leftSection={
              offer === 'loading' ? <Loader size={18} aria-hidden /> : <Sign size={22} aria-hidden />
            }
            onClick={() => void press()}
          >
            {t(`triage.dictation.${deed}`)}
          </Button>
          <VisuallyHidden id={named}>{field.label}</VisuallyHidden>
          <span role="status" className={classes.hint}>
            {listening ? t('triage.dictation.listening') : offer === 'install' && t('triage.dictation.once')}
          </span>
        </div>
      )}
      {problem !== null && (
        <span role="alert" className={classes.hint}>
          {t(`triage.dictation.${problem}`)}
        </span>
      )}
    </div>
  );
}
