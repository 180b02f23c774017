import { Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './preview.module.css';

/** The first lines as they will stand in the file. */
export function PreviewFile(props: { columns: readonly string[]; lines: readonly string[][] }) {
  const { t } = useTranslation();
  return (
    <section>
      <Title order={3} size="h4">
        {t('billing.create.file')}
      </Title>
      <Text c="dimmed" mb="xs">
        {t('billing.create.fileHint', { count: props.lines.length })}
      </Text>
      <Table.ScrollContainer
        minWidth={600}
        scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
        className={classes.file}
      >
        <Table withColumnBorders verticalSpacing={4} horizontalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              {props.columns.map((column) => (
                <Table.Th key={column}>{column}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {props.lines.map((line) => (
              <Table.Tr key={line.join()}>
                {props.columns.map((column, at) => (
                  <Table.Td key={column}>{line[at]}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}
