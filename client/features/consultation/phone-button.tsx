import { Anchor, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../server/modules/consultation/contract.ts';
import { BarButton } from './bar-button.tsx';
import { phoneLink } from './phone-link.ts';

/** The way on when the video fails; the number is there before anybody needs it. */
export function PhoneButton({ other, children }: { other: Room['other']; children: ReactNode }) {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <Popover opened={opened} onChange={(isOpen) => !isOpen && close()} position="top" trapFocus shadow="lg">
      <Popover.Target>
        <BarButton
          icon={IconPhone}
          label={t('consultation.bar.phone')}
          action={t('consultation.bar.phoneLong')}
          aria-expanded={opened}
          onClick={toggle}
        />
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={4} maw={360}>
          <Text>{other.name}</Text>
          <Anchor href={phoneLink(other.phone)} size="xl" fw={680} className="digits">
            {other.phone}
          </Anchor>
          <Text c="dimmed">{t('consultation.phone.hint')}</Text>
          {children}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
