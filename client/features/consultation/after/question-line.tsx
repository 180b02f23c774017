import { Chip, Group } from '@mantine/core';
import classes from './three-questions.module.css';

/** One question with its answers as real radio buttons: one tap, arrow keys move between them. */
export function QuestionLine<V extends string>(props: {
  question: string;
  options: readonly { value: V; label: string }[];
  value: V | null;
  onChange: (value: V) => void;
}) {
  const { options } = props;
  return (
    <fieldset className={classes.line}>
      <legend>{props.question}</legend>
      <Chip.Group
        value={props.value}
        onChange={(chosen) => {
          const found = options.find(({ value }) => value === chosen);
          if (found) props.onChange(found.value);
        }}
      >
        <Group gap={8} justify="center">
          {options.map(({ value, label }) => (
            <Chip key={value} value={value} size="lg">
              {label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </fieldset>
  );
}
